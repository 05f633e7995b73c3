/** What became of the findings of an earlier report, where there is one. */
import { changeStates } from '../../../../protocol/assessment';
import { changeStateWords } from '../../../../protocol/assessmentWords';
import { objectName } from '../../checklistWords';
import { type Block, type Text, withCode } from '../blocks';
import { changeRows } from '../changeRows';
import type { ReportContext } from '../reportContext';

/** Of each state. */
const MOST_NAMED = 1000;

export function changesAnnex({ assessment, locale, say, short }: ReportContext): Block[] {
  const { changes } = assessment;
  if (!changes) return [];
  const { since, isSameRuleSet, counts } = changes;
  const { rows: all, left } = changeRows(assessment, MOST_NAMED);
  const place = (text: string, after?: number): Text => {
    if (text === '') return say('none');
    const isLink = after !== undefined && short.isListed(after);
    return [isLink ? { link: `f${after + 1}`, text, code: true } : { code: text }];
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
            head: [
              say('number'),
              say('problemBefore'),
              say('rule'),
              say('object'),
              say('placeBefore'),
              say('stateNow'),
              say('placeNow'),
            ],
            widths: [2, 8, 4, 5, 6, 4, 6],
            rows: [
              ...all.map(({ change, message, object, placeBefore, placeNow }, i) => ({
                cells: [
                  String(i + 1),
                  withCode(message),
                  change.rule,
                  object ? objectName(object, locale) : say('none'),
                  place(placeBefore),
                  changeStateWords[change.state][locale],
                  place(placeNow, change.after),
                ],
              })),
              ...[...left].map(([state, count]) => ({
                cells: ['…', say('unlistedChanges', { count }), '', '', '', changeStateWords[state][locale], ''],
              })),
            ],
          } as const,
        ]),
  ];
}
