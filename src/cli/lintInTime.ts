/**
 * Linting with a deadline in the command line's own thread, which has nothing else to do: that
 * saves the start of another.
 */
import { kindOf } from '../worker/compliance/kindOf';
import { type LintResult, limitMs, lint, notJudged, overran } from '../worker/compliance/lint';
import type { LintContext, LintDocument } from '../worker/compliance/lintContext';
import { withinTime } from '../worker/hosts/withinTime';

export type Judge = (document: LintDocument, context: LintContext) => LintResult;

/** What overruns its time, `limit` milliseconds, is answered as not judged. */
export function lintInTime(
  document: LintDocument,
  context: LintContext,
  judge: Judge = lint,
  limit = limitMs(document.text),
): LintResult {
  const { uri, text } = document;
  return (
    withinTime(limit, () => judge(document, context)) ?? notJudged(uri, kindOf(uri, text), overran(limit), context)
  );
}
