/** Linting without a thread. */

import type { Lint } from '../../../src/worker/compliance/index';
import { lint } from '../../../src/worker/compliance/lint';
import { rememberFacts } from '../../../src/worker/compliance/readFacts';

export function lintHere(): Lint {
  const facts = rememberFacts();
  return async (document, context, turn) =>
    turn?.isObsolete?.() ? undefined : { ...lint(document, { ...context, facts }), ms: 0 };
}
