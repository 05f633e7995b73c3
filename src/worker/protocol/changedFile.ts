/** The fault of a shipped file that is not the one that was built. */
import type { ErrorCode } from './errors';

const CODE: ErrorCode = 'file-changed';

export interface ChangedFile extends Error {
  code: typeof CODE;
  data: { file: string };
}

/**
 * Made without the table of sentences, which the small entries do without. @param file its path
 */
export const changedFile = (file: string): ChangedFile =>
  Object.assign(new Error(`${file} is not the file that was shipped`), { code: CODE, data: { file } });

export const isChangedFile = (error: unknown): error is ChangedFile =>
  error instanceof Error && (error as Partial<ChangedFile>).code === CODE;
