/** What becomes of a request whose server ends, or has ended, in the user's language. */
import * as vscode from 'vscode';

/** Of the protocol: the connection ended before the answer came; there is no connection. */
const [UNANSWERED, NOT_RUNNING] = [-32097, -32096];

const isOf = (error: unknown, code: number) => error instanceof Error && (error as { code?: unknown }).code === code;

/** The same answer; where the end of the server's thread took it, that is said, and what to do. */
export const endInWords = <Result>(answer: Promise<Result>): Promise<Result> =>
  answer.catch((error: unknown) => {
    if (isOf(error, UNANSWERED)) throw ended(vscode.l10n.t('The worker ended before it answered. Try again.'), error);
    if (isOf(error, NOT_RUNNING))
      throw ended(vscode.l10n.t('The worker is not running. Run “Restart Worker”, then try again.'), error);
    throw error;
  });

/** With a code for the logs, which take no sentences. */
const ended = (sentence: string, cause: unknown): Error =>
  Object.assign(new Error(sentence, { cause }), { code: 'worker-ended' });
