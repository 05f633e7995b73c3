/** What decides each row of the checklist, in a line. */
import { rules } from '../../../../src/worker/compliance/rules/index';
import type { Assessment } from '../../../../src/worker/protocol/assessment';

const short = (ids: Iterable<string>): string =>
  [...new Set(ids)]
    .map((id) => id.replace('MLPS-', ''))
    .sort()
    .join(' ');

/**
 * By row: its state, the reason behind a colon; then the rules that found something, that only
 * inform, whose findings are suppressed, that found nothing, and that had nothing to judge.
 */
export function rowDecisions({ rows, findings }: Assessment): Record<string, string> {
  return Object.fromEntries(
    rows.map(({ id, state, reason, rules: judged, findings: about }) => {
      const own = rules.filter((rule) => rule.rows.includes(id)).map((rule) => rule.id as string);
      const told = about.map((index) => findings[index]!);
      const by = (is: (finding: Assessment['findings'][number]) => boolean) =>
        new Set(told.filter(is).map(({ rule }) => rule));
      const isMild = (severity: string) => severity === 'info' || severity === 'hint';
      const parts = {
        found: by(({ suppressed, severity }) => !suppressed && !isMild(severity)),
        informs: by(({ suppressed, severity }) => !suppressed && isMild(severity)),
        suppressed: by(({ suppressed }) => suppressed !== undefined),
        clean: judged.filter((rule) => !told.some((finding) => finding.rule === rule)),
        unasked: own.filter((rule) => !judged.includes(rule) && !told.some((finding) => finding.rule === rule)),
      };
      const words = Object.entries(parts).flatMap(([name, ids]) =>
        [...ids].length > 0 ? `${name} ${short(ids)}` : [],
      );
      return [id, [reason ? `${state}: ${reason}` : state, ...words].join(' | ')];
    }),
  );
}
