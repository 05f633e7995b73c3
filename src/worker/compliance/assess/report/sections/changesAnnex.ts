/** What became of the findings of an earlier report, where there is one. */
import { type Change, changeStates } from '../../../../protocol/assessment';
import { changeStateWords } from '../../../../protocol/assessmentWords';
import { objectName } from '../../checklistWords';
import type { Block, Text } from '../blocks';
import type { ReportContext } from '../reportContext';
import { changeTable } from '../tables/changeTable';

/** The last two columns, date and commit, say the same in each line of a page. */
const COLUMNS = 7;
/** Tables name it in Chinese alone. */
const OBJECT = 3;
/** Places in files: before, and now. */
const PLACES = [4, 6];

export function changesAnnex({ assessment, locale, say }: ReportContext): Block[] {
  const { changes } = assessment;
  if (!changes) return [];
  const { since, isSameRuleSet, counts, all } = changes;
  const { header, rows } = changeTable(assessment, locale);
  const cell = (text: string, column: number, { before, after }: Change): Text => {
    if (column === OBJECT) {
      const now = after === undefined ? undefined : assessment.findings[after]!.object;
      const object = before?.object ?? (now === undefined ? undefined : assessment.objects[now]);
      return object ? objectName(object, locale) : say('none');
    }
    if (!PLACES.includes(column)) return text;
    if (text === '') return say('none');
    return [column === 4 || after === undefined ? { code: text } : { link: `f${after + 1}`, text, code: true }];
  };
  return [
    { type: 'heading', level: 2, id: 'changes', text: say('changes') },
    { type: 'paragraph', text: say('changesText', { date: since.date, version: since.version }) },
    ...(isSameRuleSet ? [] : [{ type: 'paragraph', text: say('otherRules'), isNote: true } as const]),
    {
      type: 'table',
      caption: say('changeCounts'),
      head: [say('state'), ...changeStates.map((state) => changeStateWords[state][locale])],
      widths: [1, ...changeStates.map(() => 1)],
      rows: [{ cells: [say('count'), ...changeStates.map((state) => String(counts[state]))] }],
    },
    ...(all.length === 0
      ? []
      : [
          {
            type: 'table',
            caption: say('changesCaption'),
            head: header.slice(0, COLUMNS),
            widths: [2, 8, 4, 5, 6, 4, 6],
            rows: rows.map((cells, i) => ({
              cells: cells.slice(0, COLUMNS).map((text, column) => cell(text, column, all[i]!)),
            })),
          } as const,
        ]),
  ];
}
