/** Linting without a thread. */
import { lint } from '../../../src/worker/compliance/lint';
import { rememberFacts } from '../../../src/worker/compliance/readFacts';
import type { Lint } from '../../../src/worker/service/lintThreads';

export function lintHere(): Lint {
  const facts = rememberFacts();
  return async (document, context, turn) =>
    turn?.isObsolete?.() ? undefined : { ...lint(document, { ...context, facts }), ms: 0 };
}
