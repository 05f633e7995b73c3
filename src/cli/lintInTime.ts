/**
 * Linting with a deadline in the command line's own thread, which has nothing else to do: that
 * saves the start of another.
 */
import {
  type LintContext,
  type LintDocument,
  type LintResult,
  limitMs,
  lint,
  notJudged,
  overran,
} from '../worker/compliance/index';
import { withinTime } from '../worker/hosts/withinTime';

export type Judge = (document: LintDocument, context: LintContext) => LintResult;

/** What overruns its time, `limit` milliseconds, is answered as not judged. */
export const lintInTime = (
  document: LintDocument,
  context: LintContext,
  judge: Judge = lint,
  limit = limitMs(document.text),
): LintResult => withinTime(limit, () => judge(document, context)) ?? notJudged(document, overran(limit), context);
