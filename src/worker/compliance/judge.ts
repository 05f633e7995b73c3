/** Who judges a document for the checker: in a thread, under a deadline, or at once. */
import type { Hardening } from '../protocol/finding';
import type { WorkspaceFiles } from './files';
import type { LintResult } from './lint';
import type { LintContext, LintDocument } from './lintContext';

/** The workspace as far as it is known; addresses of folders have a slash behind them. */
export interface LoadableFiles extends WorkspaceFiles {
  /** Also of what was looked for in vain. */
  isKnown(address: string): boolean;
  load(address: string): Promise<unknown>;
}

export type LoadingContext = LintContext & { files: LoadableFiles };

/** A result with the milliseconds that it took, without waiting. */
export type Judged = Omit<LintResult, 'hardening'> & {
  ms: number;
  /** As in the result, which may lie in another thread. */
  hardening?(): Hardening[] | Promise<Hardening[]>;
};

export interface Turn {
  /** Somebody looks at it: it comes before all that nobody does. */
  isOpen?: boolean;
  /** Asked when the document's turn comes. */
  isObsolete?(): boolean;
}

/**
 * Loads what the document asks for of other files. Undefined: it was obsolete before its turn came.
 * Rejects only as `load` does.
 */
export type Lint = (document: LintDocument, context: LoadingContext, turn?: Turn) => Promise<Judged | undefined>;
