/** The clauses that the report names by their numbers, in words. */
import { clauses } from '../../../checklist/clauses';
import type { Block } from '../blocks';
import type { ReportContext } from '../reportContext';

export function clausesAnnex({ assessment, locale, say }: ReportContext): Block[] {
  const named = new Set(assessment.items.map(({ clause }) => clause));
  const rows = Object.entries(clauses).filter(([clause]) => named.has(clause));
  if (rows.length === 0) return [];
  return [
    { type: 'heading', level: 2, id: 'clauses', text: say('clauses') },
    {
      type: 'table',
      caption: say('clausesCaption'),
      head: [say('item'), say('point'), say('asked'), say('unit')],
      widths: [3, 5, 10, 4],
      rows: rows.map(([clause, { point, gist, unit }]) => ({
        cells: [clause, point[locale], gist[locale], unit ?? say('unitUnknown')],
      })),
    },
  ];
}
