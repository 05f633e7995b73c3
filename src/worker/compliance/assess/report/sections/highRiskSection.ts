/** Cases and triggers that findings may concern: which of them holds is for the assessor to judge. */
import type { HighRisk } from '../../../../protocol/assessment';
import { highRiskCases } from '../../../checklist/highRiskCases';
import { triggers } from '../../../checklist/triggers';
import { type Block, BREAK, type Text } from '../blocks';
import { evidenceOf } from '../evidenceOf';
import type { ReportContext } from '../reportContext';

export function highRiskSection(context: ReportContext): Block[] {
  const { assessment, say } = context;
  const isCase = ({ id }: HighRisk) => Object.hasOwn(highRiskCases, id);
  const cases = assessment.highRisk.filter(isCase);
  const parts = [
    { title: say('nothingLowers'), of: cases.filter(({ isLowerable }) => !isLowerable) },
    { title: say('mayBeLowered'), of: cases.filter(({ isLowerable }) => isLowerable) },
    { title: say('triggers'), of: assessment.highRisk.filter((each) => !isCase(each)) },
  ];
  return [
    { type: 'heading', level: 2, id: 'high-risk', text: say('highRisk') },
    { type: 'paragraph', isNote: true, text: say('highRiskNote') },
    ...(assessment.highRisk.length === 0 ? [{ type: 'paragraph', text: say('noHighRisk') } as const] : []),
    ...parts
      .filter(({ of }) => of.length > 0)
      .flatMap(({ title, of }): Block[] => [
        {
          type: 'table',
          caption: title,
          head: [say('mayConcern'), say('about'), say('lowering'), say('evidence')],
          widths: [5, 7, 6, 9],
          rows: of.map((risk) => ({ cells: cellsOf(risk, context) })),
        },
      ]),
  ];
}

function cellsOf({ id, isNear, findings }: HighRisk, context: ReportContext): Text[] {
  const { say, locale } = context;
  const nearness = say(isNear ? 'near' : 'exact');
  const known = Object.hasOwn(highRiskCases, id) ? highRiskCases[id]! : undefined;
  const evidence = evidenceOf(findings, context, { most: 3 });
  if (!known) {
    const title = Object.hasOwn(triggers, id) ? triggers[id]![locale] : '';
    return [[{ strong: say('triggerId', { id }) }, BREAK, nearness], title, say('loweringUnknown'), evidence];
  }
  const { title, lowered, level, condition } = known;
  const limits = [...(level ? [say('fromLevel', { level })] : []), ...(condition ? [condition[locale]] : [])];
  return [
    [{ strong: say('caseId', { id }) }, BREAK, nearness],
    [title[locale], ...limits.flatMap((limit) => [BREAK, limit])],
    lowered ? lowered[locale] : say('nothingLowersIt'),
    evidence,
  ];
}
