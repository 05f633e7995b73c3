/** What no file tells: whoever reads the report has to look for it elsewhere. */
import { peoplesRows } from '../../../checklist/peoplesRows';
import type { Block } from '../blocks';
import { limits, pictureLimit } from '../limits';
import type { ReportContext } from '../reportContext';

export const limitsSection = ({ assessment, locale, say }: ReportContext): Block[] => [
  { type: 'heading', level: 2, id: 'limits', text: say('limits') },
  { type: 'paragraph', text: say('limitsText') },
  { type: 'list', items: [...limits, pictureLimit(assessment)].map((limit) => limit[locale]) },
  { type: 'paragraph', text: say('peopleText') },
  {
    type: 'list',
    items: Object.entries(peoplesRows).map(([row, what]) => `${row}${say('colon')}${what[locale]}`),
  },
];
