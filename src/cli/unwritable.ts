/** A file or folder that cannot be written. */
import { fault } from '../worker/protocol/errors';

/** What failed when a file or folder was to be written, as a fault that names it. */
export const unwritable =
  (file: string) =>
  (error: Error): never => {
    throw fault('file-unwritable', { file, reason: error.message });
  };
