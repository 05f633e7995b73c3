/** What is asked before a deployment is made, and what is made of the answers. */
import type { Failure } from './errors';
import type { Locale } from './finding';

export interface ScaffoldQuestion {
  name: string;
  label: Record<Locale, string>;
  /** What the answer is used for. */
  about: Record<Locale, string>;
  /** What would have been an answer. */
  expected: Record<Locale, string>;
  /** The answer of whoever gives none; empty where there may be none. */
  initial: string;
  /** The only answers there are. */
  choices?: readonly string[];
}

/** By the questions' names; what is absent has its first answer. */
export type ScaffoldAnswers = Readonly<Record<string, string>>;

export interface ScaffoldFile {
  /** With forward slashes, below the folder of the deployment. */
  path: string;
  text: string;
  /** It is run: a host that knows such a mark sets it. */
  isProgram?: true;
}

/** The files in the order of their paths, or which answer is none (`data.question`). */
export type ScaffoldResult = { files: ScaffoldFile[]; error?: undefined } | { error: Failure; files?: undefined };
