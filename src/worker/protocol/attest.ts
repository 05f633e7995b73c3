/** What is asked before a row of the checklist is attested, and what is made of the answers. */
import type { Failure } from './errors';
import type { Locale, Position } from './finding';
import { isDate } from './isDate';

export interface AttestableRow {
  /** C01 to C92. */
  row: string;
  /** What it asks for. */
  words: string;
  /** What somebody has to look at. */
  look?: string;
  /**
   * `expired`: an attestation held. `open`: only people can answer it, and nobody has. `files`:
   * files answer it where there are any. `attested`: an attestation holds.
   */
  state: 'expired' | 'open' | 'files' | 'attested';
  /** The last day of the attestation. */
  until?: string;
}

export interface Attestable {
  /** Address of the configuration. */
  config: string;
  /** It is still to be made. */
  isNew: boolean;
  /** ISO dates: of today, and the last day that is proposed. */
  today: string;
  until: string;
  /** Open ones first. */
  rows: AttestableRow[];
}

export interface AttestAnswers {
  row: string;
  by: string;
  /** ISO dates. */
  on: string;
  /** Empty: without an end. */
  until: string;
  evidence: string;
}

export interface AttestParams {
  /** Address of the configuration. */
  config: string;
  /** As it is in the editor; null: it is still to be made. */
  text: string | null;
  answers: AttestAnswers;
}

export type AttestResult =
  /** `entry` is where the attestation stands then. */
  { at: Position; newText: string; entry: Position; error?: undefined } | { error: Failure };

/** Why an answer cannot be used, and what to do. */
export const answerSentences = {
  missing: {
    en: 'Nothing is written here. Fill it in: the report shows it to the assessor.',
    'zh-cn': '此处为空。请填写：报告会向测评人员显示。',
  },
  lines: {
    en: 'It has to be one line, without control characters. Shorten it.',
    'zh-cn': '须为一行，且不含控制字符。请缩短。',
  },
  day: {
    en: 'This is not a day of the calendar. Write it like 2027-01-31.',
    'zh-cn': '这不是日历中的日期。请写成 2027-01-31 的形式。',
  },
  future: {
    en: 'That day is still to come. Write the day it was looked at.',
    'zh-cn': '该日期尚未到来。请填写核查日期。',
  },
  over: {
    en: 'That day is over, or before the day it was looked at. Write the last day that it holds, or nothing.',
    'zh-cn': '该日期已过，或早于核查日期。请填写有效期的最后一天，或留空。',
  },
} as const satisfies Record<string, Record<Locale, string>>;
export type AnswerProblem = keyof typeof answerSentences;

/** Undefined: the answer can be used. `today` as an ISO date. */
export function answerProblem(
  name: Exclude<keyof AttestAnswers, 'row'>,
  answers: Partial<AttestAnswers>,
  today: string,
): AnswerProblem | undefined {
  const value = (answers[name] ?? '').trim();
  if (value === '') return name === 'until' ? undefined : 'missing';
  if (name === 'by' || name === 'evidence') return /[\p{Cc}\p{Cs}\u2028\u2029]/u.test(value) ? 'lines' : undefined;
  if (!isDate(value)) return 'day';
  if (name === 'on') return value > today ? 'future' : undefined;
  return value < today || value < (answers.on ?? '') ? 'over' : undefined;
}
