/** Findings that comments and waivers suppress, with the reasons that an assessor asks for. */
import { type Block, BREAK, type Inline, withCode } from '../blocks';
import type { ReportContext } from '../reportContext';

export function suppressedSection({ assessment, say, nameOf, quotedPlaceOf }: ReportContext): Block[] {
  const rows = assessment.findings.flatMap(({ suppressed, rule, object, message }, index) => {
    if (!suppressed) return [];
    const { reason, until } = suppressed;
    const why: Inline[] = [reason || { strong: say('noReason') }, ...(until ? [BREAK, say('until', { until })] : [])];
    return [{ id: `f${index + 1}`, cells: [rule, nameOf(object), quotedPlaceOf(index), withCode(message), why] }];
  });
  return [
    { type: 'heading', level: 2, id: 'suppressed', text: say('suppressedTitle', { count: rows.length }) },
    { type: 'paragraph', text: say(rows.length === 0 ? 'noSuppressed' : 'suppressedText') },
    ...(rows.length === 0
      ? []
      : [
          {
            type: 'table',
            caption: say('suppressedCaption'),
            head: [say('rule'), say('object'), say('placeAndLine'), say('description'), say('reason')],
            widths: [4, 5, 8, 9, 7],
            rows,
          } as const,
        ]),
  ];
}
