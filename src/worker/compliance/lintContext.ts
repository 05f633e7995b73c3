/** What is judged, and what with. */
import type { Kind } from '../protocol/fileKinds';
import type { KnownFinding, Locale, Profile } from '../protocol/finding';
import type { LintConfig } from './config';
import type { WorkspaceFiles } from './files';
import type { ReadFacts } from './readFacts';
import type { Rule } from './rules/rule';
import type { DocumentFolder } from './workspaceFolder';

export interface LintDocument {
  uri: string;
  text: string;
  kind?: Kind;
  languageId?: string;
  /** The text is not all that the file says: U+FFFD stands for what could not be decoded. */
  undecoded?: boolean;
}

export interface LintContext extends DocumentFolder {
  files: WorkspaceFiles;
  config?: LintConfig;
  locale: Locale;
  /** `config.profile` wins. */
  profile: Profile;
  /** ISO date (`2026-01-31`): end-of-life tables and expiry depend on it. */
  today: string;
  /** One finding per container for missing hardening (default true); machine formats say false. */
  group?: boolean;
  /** `LintResult.hardening` is wanted (default false). */
  hardening?: boolean;
  /** `LintResult.described` is wanted (default false). */
  assessing?: boolean;
  /** Comments in the document suppress (default true). */
  inlineSuppressions?: boolean;
  /** What a baseline has of the document; absent: none holds. */
  baseline?: readonly KnownFinding[];
  /** Who reads facts; a host that judges more than once remembers them. */
  facts?: ReadFacts;
  /** The rules to run; for tests. */
  rules?: readonly Rule[];
}
