/**
 * Reads many picture files, a few at a time so that all decode threads have work and only some
 * bytes are in memory; what was read is told at once, so that cancelling keeps it.
 */
import type { DecodedPicture } from '../../worker/protocol/picture';
import { sha256Hex } from '../../worker/text/sha256Hex';
import { lastName } from '../lastName';
import { byteRoom } from './byteRoom';
import type { PictureCache } from './pictureCache';

/** A picture file that was read. */
export interface ReadFile {
  uri: string;
  /** Without its folders. */
  name: string;
  picture: DecodedPicture;
  /** The file has not changed since an earlier reading: nothing was decoded. */
  isKnown: boolean;
  /** Of its bytes, where they were hashed: hexadecimal, and how many they are. */
  content?: { sha256: string; size: number };
}

/** Where the files lie, and who decodes them. */
export interface PictureHost {
  /** Milliseconds since 1970, 0 where that is not known; bytes. */
  stat(uri: string): Promise<{ mtime: number; size: number }>;
  read(uri: string): Promise<Uint8Array>;
  decode(uri: string, bytes: Uint8Array): Promise<DecodedPicture>;
  /** The picture of a file that cannot be read. */
  failed(error: unknown): DecodedPicture;
  tooLarge(size: number): DecodedPicture;
}

interface Reading {
  cache?: PictureCache;
  /** What a file holds decides, not its time: each is read, and told with its hash. */
  isExact?: boolean;
  cancel: { isCancellationRequested: boolean };
  /** @param index of the file in the list */
  told(file: ReadFile, index: number): void;
}

/** More than any machine has decode threads that are fed from one editor. */
const LANES = 32;
/** Bytes of pictures that are read or decoded at a time. */
const MAX_BYTES = 64 * 1024 * 1024;
/** A larger file is not read. */
export const MAX_FILE_BYTES = 512 * 1024 * 1024;

export const nameOfUri = (uri: string): string => {
  const name = lastName(uri);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};

/**
 * Tells of each file once, in the order in which they are done; of none that was cancelled.
 * @throws what the decoder throws; files that cannot be read are told as such
 */
export async function readPictures(
  uris: readonly string[],
  host: PictureHost,
  { cache, isExact, cancel, told }: Reading,
): Promise<void> {
  const room = byteRoom(MAX_BYTES);
  let next = 0;
  let isOver = false;

  const decodeFile = async (uri: string, stamp: { mtime: number; size: number }) => {
    let bytes: Uint8Array;
    try {
      bytes = await host.read(uri);
    } catch (error) {
      return { picture: host.failed(error), isKnown: false };
    }
    // The decoder takes the bytes away.
    const size = bytes.length;
    const hash = cache || isExact ? await sha256Hex(bytes) : undefined;
    const content = hash === undefined ? {} : { content: { sha256: hash, size } };
    const known = hash && cache?.withHash(uri, stamp, hash);
    if (known) return { picture: known, isKnown: true, ...content };
    const picture = await host.decode(uri, bytes);
    if (hash) cache?.keep(uri, stamp, hash, picture);
    return { picture, isKnown: false, ...content };
  };

  const readFile = async (uri: string) => {
    let stamp: { mtime: number; size: number };
    try {
      stamp = await host.stat(uri);
    } catch (error) {
      return { picture: host.failed(error), isKnown: false };
    }
    const known = isExact ? undefined : cache?.withStamp(uri, stamp);
    if (known) return { picture: known, isKnown: true };
    if (stamp.size > MAX_FILE_BYTES) return { picture: host.tooLarge(stamp.size), isKnown: false };
    const leave = await room.enter(stamp.size);
    try {
      if (cancel.isCancellationRequested) return undefined;
      return await decodeFile(uri, stamp);
    } finally {
      leave();
    }
  };

  const lane = async () => {
    while (next < uris.length && !isOver && !cancel.isCancellationRequested) {
      const index = next++;
      const uri = uris[index]!;
      const read = await readFile(uri);
      if (!read || read.picture.error?.code === 'cancelled') return;
      if (!isOver) told({ uri, name: nameOfUri(uri), ...read }, index);
    }
  };

  try {
    await Promise.all(Array.from({ length: Math.min(LANES, uris.length) }, lane));
  } catch (error) {
    // The answer to a request that was cancelled is a fault; whatever came before it is told.
    if (!cancel.isCancellationRequested) throw error;
  } finally {
    isOver = true;
  }
}
