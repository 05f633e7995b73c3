/** What is told of a kind of deployment files beside how it is read. */
import type { SubjectKind } from './subject';

export interface FileKindRow {
  /** How people call such files. */
  title: string;
  /** What an assessment asks of in it; `service`: nothing but what it starts. */
  describes: SubjectKind;
  /**
   * Names, compared without case; globs with at most one level of braces. A name that fits several
   * kinds is of the first.
   */
  globs: readonly string[];
  /** Language ids of editors, also of a document without a name. */
  languages?: readonly string[];
  /** The editor's language says more than the name. */
  isSettledByLanguage?: boolean;
  /** Mostly about something else: only what concerns containers is judged in it. */
  isHolder?: boolean;
  /** Program text: what tests it is not judged. */
  isApplication?: boolean;
  /** Its commands run in the jobs of a CI system. */
  isPipeline?: boolean;
  /** Kept out of git on purpose: what git ignores of other kinds is not looked for. */
  isKeptFromGit?: boolean;
  /** What is judged is no text that anybody sees: findings stand at its start. */
  hasNoLines?: boolean;
  /** Packages bring theirs: in the sources of a program it is a proposal, and no host's. */
  isOfPackages?: boolean;
  /** It tells people what to do, and is not run. */
  isDocumentation?: boolean;
}
