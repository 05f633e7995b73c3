/** Findings that comments and waivers suppress, with the reasons that an assessor asks for. */
import { type Block, BREAK, type Inline, type TableRow, withCode } from '../blocks';
import type { ReportContext } from '../reportContext';

export function suppressedSection({ assessment, say, nameOf, quotedPlaceOf, short }: ReportContext): Block[] {
  const { findings } = assessment;
  const rows = findings.flatMap(({ suppressed, rule, object, message }, index): TableRow[] => {
    if (!suppressed || !short.isListed(index)) return [];
    const { reason, until } = suppressed;
    const why: Inline[] = [reason || { strong: say('noReason') }, ...(until ? [BREAK, say('until', { until })] : [])];
    return [{ id: `f${index + 1}`, cells: [rule, nameOf(object), quotedPlaceOf(index), withCode(message), why] }];
  });
  const all = findings.flatMap(({ suppressed }, index) => (suppressed ? index : []));
  const unlisted = all.filter((index) => !short.isListed(index));
  if (unlisted.length > 0) {
    const objects = new Set(unlisted.map((index) => findings[index]!.object)).size;
    rows.push({ cells: ['…', '', say('unlisted', { count: unlisted.length, objects }), '', ''] });
  }
  return [
    { type: 'heading', level: 2, id: 'suppressed', text: say('suppressedTitle', { count: all.length }) },
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
