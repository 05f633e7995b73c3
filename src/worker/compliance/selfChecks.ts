/**
 * Reports about the document and its suppressions themselves: too large, not understood, a comment
 * that silences nothing.
 */

import type { Failure } from '../protocol/errors';
import type { Profile } from '../protocol/finding';
import { isOver } from '../protocol/isOver';
import type { LintConfig } from './config';
import type { Problem } from './facts/facts';
import { documentJudged } from './rules/doc/documentJudged';
import { documentTooLarge } from './rules/doc/documentTooLarge';
import { suppressionSound } from './rules/doc/suppressionSound';
import { textDecoded } from './rules/doc/textDecoded';
import { unreadablePart } from './rules/doc/unreadablePart';
import type { RuleReport } from './rules/rule';
import type { Suppression } from './suppress';

export const sizeReport = (uri: string, characters: number): RuleReport => ({
  rule: documentTooLarge,
  place: { uri, start: 0, end: 0 },
  message: 'tooLarge',
  data: { megabytes: (characters / 1_000_000).toFixed(1) },
});

/** At the first character that is lost. */
export function encodingReports({
  uri,
  text,
  undecoded,
}: {
  uri: string;
  text: string;
  undecoded?: boolean;
}): RuleReport[] {
  const start = Math.max(0, text.indexOf('\ufffd'));
  return undecoded ? [{ rule: textDecoded, place: { uri, start, end: start + 1 }, message: 'undecoded' }] : [];
}

export const failureReport = (uri: string, { code, message, data }: Failure): RuleReport => ({
  rule: documentJudged,
  place: { uri, start: 0, end: 0 },
  message: code === 'internal' ? 'failed' : 'stopped',
  data: { reason: code === 'internal' ? data!.reason! : message },
});

interface Judged {
  profile: Profile;
  /** What a test reads may be broken on purpose. */
  isFixture(): boolean;
  config?: LintConfig;
}

const isStrict = ({ profile, config }: Judged): boolean => (config?.profile ?? profile) === 'mlps3';

/** What is right as it stands and only leaves something unsaid. */
const NOTICES = new Set(['UNREAD_BASE', 'LAID_OVER', 'NO_BASE', 'UNREAD_INCLUDE']);
/** Where only the whole checklist asks for what is missing. */
const STRICT_NOTICES = new Set(['LAID_OVER', 'NO_BASE', 'UNREAD_INCLUDE']);

/** Only the first problems: one typing error makes many. */
export function problemReports(problems: readonly Problem[], context: Judged): RuleReport[] {
  const strict = isStrict(context);
  const told = problems.filter(({ code }) => strict || (!STRICT_NOTICES.has(code) && !context.isFixture()));
  return told.slice(0, 3).map(({ place, code, word, file = '' }) => ({
    rule: unreadablePart,
    place,
    message: code in unreadablePart.messages ? code : 'other',
    data: { code, word, file },
    severity: NOTICES.has(code) ? ('info' as const) : undefined,
  }));
}

export function suppressionReports(
  suppressions: readonly Suppression[],
  used: ReadonlySet<object>,
  { today }: { today: string },
): RuleReport[] {
  return suppressions.flatMap((s): RuleReport[] => {
    if (s.form === 'enable') return [];
    const report = (message: string): RuleReport => ({
      rule: suppressionSound,
      place: s.place,
      message,
      data: { until: s.until ?? '', rules: s.rules.join(', ') },
    });
    if (isOver(s.until, today)) return [report('expired')];
    if (!used.has(s)) return [report('unused')];
    return s.reason ? [] : [report('noReason')];
  });
}
