/** What the report goes by, where that comes from, and how sure it is. */
import type { Block } from '../blocks';
import type { ReportContext } from '../reportContext';
import { sources } from '../sources';

export const sourcesSection = ({ locale, say }: ReportContext): Block[] => [
  { type: 'heading', level: 2, id: 'sources', text: say('sources') },
  { type: 'paragraph', text: say('sourcesText') },
  {
    type: 'table',
    caption: say('sourcesCaption'),
    head: [say('about'), say('source'), say('sure')],
    widths: [5, 9, 8],
    rows: sources.map(({ what, from, sure }) => ({ cells: [what[locale], from[locale], sure[locale]] })),
  },
];
