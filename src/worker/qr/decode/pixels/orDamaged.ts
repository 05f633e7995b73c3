/**
 * Whatever a reader of a picture format throws is the file's doing: readers walk through what
 * strangers wrote and may trip anywhere. What is not: faults, which know better, what the host did
 * not prepare, and memory that could not be had.
 */
import { fault, isFault } from '../../../protocol/errors';
import { isUnprepared } from '../../unprepared';

/**
 * What `read` gives.
 * @param type of the file, as `PictureType` or a name
 * @throws fault `picture-damaged` for whatever it throws that is not ours
 */
export function orDamaged<T>(type: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (isFault(error) || isUnprepared(error) || lacksMemory(error)) throw error;
    throw fault('picture-damaged', { type: type.toUpperCase() });
  }
}

/** In the words of V8, which has no other sign of it. */
const lacksMemory = (error: unknown) => error instanceof RangeError && /allocation failed|grow/.test(error.message);
