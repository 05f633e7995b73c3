/** Why something failed, as it may be told to the user. */
import type { panelNotices } from './panelNotices';

/** The words of an error that was written for the user, in a sentence; of another, that it failed. */
export const failureWords = (error: unknown, notices: ReturnType<typeof panelNotices>): string =>
  isSentence(error) ? notices.failed(error.message) : notices.unexpected;

const RAW = ['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError'];

/**
 * An error that was written for the user: no exception of the language, no answer of the protocol
 * that names no fault of ours.
 */
function isSentence(error: unknown): error is Error {
  if (!(error instanceof Error) || RAW.includes(error.name)) return false;
  const { code, data } = error as { code?: unknown; data?: { code?: unknown } };
  return typeof code !== 'number' || typeof data?.code === 'string';
}
