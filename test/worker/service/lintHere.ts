/** Linting without a thread. */

import type { Lint } from '../../../src/worker/compliance/index';
import { lint } from '../../../src/worker/compliance/lint';
import { rememberFacts } from '../../../src/worker/compliance/readFacts';

export function lintHere(): Lint {
  const facts = rememberFacts();
  const judge: Lint = async (document, context, turn) => {
    if (turn?.isObsolete?.()) return undefined;
    const result = lint(document, { ...context, facts });
    const missing = result.wanted.filter((address) => !context.files.isKnown(address));
    if (missing.length === 0) return { ...result, ms: 0 };
    await Promise.all(missing.map(context.files.load));
    return judge(document, context, turn);
  };
  return judge;
}
