/** The requests behind the checklist view and exported reports. */
import type { Assessment } from './assessment';
import { type Method, method } from './methods';
import type { SearchedPicture } from './pictureMethods';

/** An assessment in the user's language, as far as words go with it. */
export interface Checklist {
  assessment: Assessment;
  /** By path, as `assessment` has them. */
  uris: Record<string, string>;
  words: ChecklistWords;
}

export interface ChecklistWords {
  /** By id: the chapter of the specification, and what the row asks for. */
  rows: Record<string, { section: string; subject: string }>;
  /** By number and letter. */
  clauses: Record<string, { category: string; point: string; gist: string }>;
  /** Titles by id. */
  rules: Record<string, string>;
  rowStates: Record<string, string>;
  itemStates: Record<string, string>;
  reasons: Record<string, string>;
  /** Names of the objects, by index. */
  objects: string[];
  /** What a person has to look at, by row. */
  people: Record<string, string>;
}

/**
 * Extension to server, when the checklist is shown and when files change: of these files those that
 * are deployment files, judged by the whole checklist. What did not change is not judged again.
 */
export const assessMethod: Method<{ uris: string[] }, Checklist> = method('compliance/assess');

/**
 * Extension to server, for *Export Report…*: the same as a file, with what was found in pictures;
 * without `pictures` nobody looked into any.
 */
export const reportMethod: Method<
  { uris: string[]; format: string; layout?: string; pictures?: SearchedPicture[] },
  /** `files`: how many of them it is about. */
  { bytes: Uint8Array; files: number }
> = method('compliance/report');

/** A way to write a report: a format, of tables with one of its layouts. */
export interface ReportChoice {
  format: string;
  layout?: string;
  /** As menus say it. */
  label: string;
  /** Of the file, with the dot. */
  extension: string;
}

/** Extension to server, before that: what can be chosen, the usual first. */
export const reportChoicesMethod: Method<Record<string, never>, { choices: ReportChoice[] }> = method(
  'compliance/reportChoices',
);
