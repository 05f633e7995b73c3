/** What is to be rectified: every finding that counts, once, with its line and what to do. */
import type { Issue } from '../../../../protocol/assessment';
import { riskWords } from '../../../../protocol/assessmentWords';
import { categoryOf, chapterOf } from '../../../checklist/categories';
import { clauses } from '../../../checklist/clauses';
import { bareId } from '../../../checklist/describe';
import { type Block, BREAK, joined, type TableRow, type Text, withCode } from '../blocks';
import { issuesId } from '../issuesId';
import type { ReportContext } from '../reportContext';

/** Issues of one rule and one risk; in the assessment they follow each other. */
interface Problem {
  rule: string;
  risk: Issue['risk'];
  /** The number of the first one, from 1. */
  first: number;
  issues: Issue[];
}

export function issuesSection(context: ReportContext): Block[] {
  const { assessment, say } = context;
  const problems: Problem[] = [];
  assessment.issues.forEach((issue, i) => {
    const last = problems.at(-1);
    if (last && last.rule === issue.rule && last.risk === issue.risk) last.issues.push(issue);
    else problems.push({ rule: issue.rule, risk: issue.risk, first: i + 1, issues: [issue] });
  });
  const seen = new Set<string>();
  return [
    { type: 'heading', level: 2, id: 'issues', text: say('issues', { count: assessment.issues.length }) },
    { type: 'paragraph', text: say(problems.length === 0 ? 'noIssues' : 'issuesText') },
    ...problems.flatMap((problem) => {
      const id = `${issuesId(problem.rule)}${seen.has(problem.rule) ? `-${problem.first}` : ''}`;
      seen.add(problem.rule);
      return problemBlocks(problem, id, context);
    }),
  ];
}

function problemBlocks({ rule: id, risk, first, issues }: Problem, anchor: string, context: ReportContext): Block[] {
  const { say, ruleOf, locale, finding } = context;
  const rule = ruleOf(id);
  const messages = new Set(issues.flatMap(({ findings }) => findings.map((index) => finding(index).message)));
  const [common] = messages.size === 1 ? messages : [];
  const facts: [string, Text][] = [
    [say('risk'), riskWords[risk][locale]],
    ...(rule ? clauseFacts(rule, context) : []),
    ...(common === undefined ? [] : [[say('description'), withCode(common)] as [string, Text]]),
    ...(rule ? [[say('remedy'), withCode(rule.remedy[locale])] as [string, Text]] : []),
  ];
  return [
    { type: 'heading', level: 3, id: anchor, text: `${id} ${rule?.title[locale].replaceAll('`', '') ?? ''}`.trim() },
    { type: 'table', caption: say('problemCaption'), widths: [3, 11], rows: facts.map((cells) => ({ cells })) },
    {
      type: 'table',
      caption: say('placesCaption', { rule: id }),
      head: [
        say('number'),
        say('object'),
        say('placeAndLine'),
        ...(common === undefined ? [say('description')] : []),
        say('status'),
      ],
      widths: common === undefined ? [2, 7, 12, 12, 4] : [2, 7, 20, 4],
      rows: issues.flatMap((issue, i) => issueRows(issue, first + i, common !== undefined, context)),
    },
  ];
}

function issueRows({ object, findings }: Issue, number: number, isCommon: boolean, context: ReportContext): TableRow[] {
  const { finding, nameOf, quotedPlaceOf, say } = context;
  return findings.map((index, i) => ({
    id: `f${index + 1}`,
    cells: [
      findings.length === 1 ? String(number) : `${number}-${i + 1}`,
      nameOf(object),
      quotedPlaceOf(index),
      ...(isCommon ? [] : [withCode(finding(index).message)]),
      say('toRectify'),
    ],
  }));
}

function clauseFacts(
  { clauses: named, highRisk = [], triggers = [], rows }: NonNullable<ReturnType<ReportContext['ruleOf']>>,
  context: ReportContext,
): [string, Text][] {
  const { say, locale, comma } = context;
  const points = named.map((clause): string => {
    const id = bareId(clause);
    const known = clauses[id];
    const words = known ? `${id} ${known.point[locale]}${say('colon')}${known.gist[locale]}` : id;
    return words + nearMark(clause, context);
  });
  const chapters = [
    ...new Map(named.map((clause) => [chapterOf(bareId(clause)), categoryOf(bareId(clause))])).values(),
  ];
  const risks = [
    ...highRisk.map((id) => say('caseId', { id: bareId(id) }) + nearMark(id, context)),
    ...triggers.map((id) => say('triggerId', { id: bareId(id) }) + nearMark(id, context)),
  ];
  return [
    ...(chapters.length === 0
      ? []
      : [[say('category'), chapters.map((each) => each[locale]).join(comma)] as [string, Text]]),
    ...(points.length === 0 ? [] : [[say('items'), joined(points, BREAK)] as [string, Text]]),
    ...(risks.length === 0 ? [] : [[say('risks'), risks.join(comma)] as [string, Text]]),
    ...(rows.length === 0 ? [] : [[say('checklistRows'), rows.join(comma)] as [string, Text]]),
  ];
}

const nearMark = (id: string, { say, inBrackets }: ReportContext): string =>
  id.startsWith('~') ? inBrackets(say('near')) : '';
