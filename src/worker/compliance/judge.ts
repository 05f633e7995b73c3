/** Who judges a document for the checker: in a thread, under a deadline, or at once. */
import type { LintResult } from './lint';
import type { LintContext, LintDocument } from './lintContext';

/** A result with the milliseconds that it took, without waiting. */
export type Judged = LintResult & { ms: number };

export interface Turn {
  /** Somebody looks at it: it comes before all that nobody does. */
  isOpen?: boolean;
  /** Asked when the document's turn comes. */
  isObsolete?(): boolean;
}

/** Never rejects; undefined: it was obsolete before its turn came. */
export type Lint = (document: LintDocument, context: LintContext, turn?: Turn) => Promise<Judged | undefined>;
