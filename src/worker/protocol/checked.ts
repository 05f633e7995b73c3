/** What the server tells of each check of an open document. */
import { method } from './methods';

export interface CheckedDocument {
  uri: string;
  /** Of the document, as the editor counts. */
  version: number;
  /** Shown findings of each severity. */
  counts: { error: number; warning: number; info: number; hint: number };
  /** Findings suppressed by a comment or a waiver. */
  suppressed: number;
  /** Findings that a baseline covers. */
  unchanged: number;
  /** Time of the check, without the wait for files. */
  ms: number;
  profile: 'recommended' | 'mlps3';
  /** No deployment file, the checks are switched off, or the configuration leaves it out. */
  isNotChecked: boolean;
  /** Its kind is kept out of git on purpose: it holds secrets. */
  isKeptFromGit: boolean;
  /** The configuration that holds for it, with the rules that it switches off, if only elsewhere. */
  config?: { uri: string; isLeftOut: boolean; off: string[] };
}

/** Server to extension: a configuration holds for a document, with this text for the first time. */
export const configUsedNotification = method<{ uri: string; sha256: string; bytes: number }, void>(
  'compliance/configUsed',
);

/**
 * Server to extension, after each check of an open document: what the language status item says.
 */
export const checkedNotification = method<CheckedDocument, void>('compliance/checked');
