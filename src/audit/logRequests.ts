/** What the editor asks of the thread that writes the operation log, and what it answers. */
import type { Dated, Writer } from './entry';
import type { ExportFormat } from './export';
import type { Missed } from './logBlocks';
import type { LogFailure } from './operationLog';
import type { Verified } from './verifyLog';

/** Answered by id. */
export interface LogQuestions {
  /** The newest entries as a text, and how many there are in all. */
  show: { asked: { limit: number }; answer: { text: string; shown: number; entries: number } };
  verify: { asked: object; answer: Verified };
  /** To a file of this machine. */
  export: { asked: { format: ExportFormat; file: string }; answer: { entries: number; skipped: number } };
}
export type LogQuestion = keyof LogQuestions;

export type LogRequest =
  /** `missed`: what could not even be handed over. */
  | { type: 'open'; folder: string; writer: Writer; keepDays?: number; missed?: Missed }
  | { type: 'append'; drafts: Dated[] }
  | { type: 'off'; by: string }
  /** Asks for a sign of life. */
  | { type: 'alive' }
  | { type: 'ask'; id: number; question: LogQuestion; asked: LogQuestions[LogQuestion]['asked'] };

export type LogNews =
  | { type: 'alive' }
  /** Of how many requests, `append` and `off`. Undefined: all that they handed over is on the disk. */
  | { type: 'written'; count: number; failure: LogFailure | undefined }
  | { type: 'answer'; id: number; answer?: LogQuestions[LogQuestion]['answer']; failure?: LogFailure };
