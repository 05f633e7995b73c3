/**
 * What makes a kind of file: how it is told from others, its comments, and what the rules find in
 * it.
 */
import type { Facts } from './facts/facts';
import type { WorkspaceFiles } from './files';
import type { RuleKind } from './ruleKinds';

/** The opening of a comment. */
export type CommentMark = '#' | '//' | '<!--' | '{#';

export interface FileKind {
  /** Sorts of rules that judge its text beside those of its own kind. */
  holds?: readonly RuleKind[];
  /** Names that fit the globs but are of something else. */
  except?: RegExp;
  /** Whether the text shows that a file so named is none. */
  refuses?(text: string): boolean;
  /** Whether the text shows that a file whose name tells nothing is one. */
  recognises?(name: string, text: string, languageId: string | undefined): boolean;
  /** The comment that is read at an offset; none where the format has no comments. */
  comment?(uri: string, text: string, offset: number): CommentMark | undefined;
  /**
   * Which lines belong together beside continued commands: joined scalars, or what stands between
   * fences.
   */
  units?: 'yaml' | 'fences';
  /** What the rules judge, with exact places; never throws. */
  read(document: { uri: string; text: string }, files: WorkspaceFiles): Facts;
  /**
   * The same of text that a script puts into such a file, or that a page shows of one: it lacks
   * nothing. Present where files of the kind are judged in the documents that hold them.
   */
  readPart?(document: { uri: string; text: string }, files: WorkspaceFiles, isShown: boolean): Facts;
}

export const hashComment = (): CommentMark => '#';

/** What the rules of commands find: run lines, and the commands themselves. */
export const HOLDS_COMMANDS: readonly RuleKind[] = ['run', 'shell'];
