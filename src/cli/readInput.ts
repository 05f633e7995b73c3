/** Reads a file that the command line names. */
import { readRegularFile } from '../worker/hosts/readRegularFile';
import { fault } from '../worker/protocol/errors';

const MB = 1024 * 1024;

/** @throws fault file-unreadable, file-not-regular, file-too-large */
export function readInput(path: string, maxMegabytes: number): Uint8Array {
  try {
    return readRegularFile(path, maxMegabytes * MB);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTREG') throw fault('file-not-regular');
    if (code === 'EFBIG') throw fault('file-too-large', { megabytes: maxMegabytes });
    throw fault('file-unreadable', { reason: code ?? String(error) });
  }
}
