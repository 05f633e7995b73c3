/**
 * What is to be rectified: every finding that counts, once, with its line and what to do, by the
 * columns of the assessors' list (问题清单): what a rule's findings share stands above their table.
 */
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
    ...(rule ? [[say('remedy'), withCode(rule.remedy[locale])] as [string, Text], ...moreFacts(rule, context)] : []),
  ];
  return [
    { type: 'heading', level: 3, id: anchor, text: `${id} ${rule?.title[locale].replaceAll('`', '') ?? ''}`.trim() },
    { type: 'table', caption: say('problemCaption'), widths: [4, 11], rows: facts.map((cells) => ({ cells })) },
    {
      type: 'table',
      caption: say('placesCaption', { rule: id }),
      head: [
        say('number'),
        say('object'),
        say(common === undefined ? 'description' : 'placeAndLine'),
        say('rectifiedOn'),
        say('rectifiedHow'),
        say('assessor'),
        say('status'),
        say('created'),
      ],
      widths: [6, 12, 27, 10, 10, 11, 9, 13],
      rows: [
        ...issues.flatMap((issue, i) => issueRows(issue, first + i, common !== undefined, context)),
        ...unlistedRow(issues, context),
      ],
    },
  ];
}

function issueRows({ object, findings }: Issue, number: number, isCommon: boolean, context: ReportContext): TableRow[] {
  const { assessment, finding, nameOf, quotedPlaceOf, say, short } = context;
  const rowOf = (index: number, i: number): TableRow => ({
    id: `f${index + 1}`,
    cells: [
      findings.length === 1 ? String(number) : `${number}-${i + 1}`,
      nameOf(object),
      [...(isCommon ? [] : [...withCode(finding(index).message), BREAK]), ...quotedPlaceOf(index)],
      // What is done about it, and by whom, is written in by people.
      '',
      '',
      '',
      say('toRectify'),
      assessment.date,
    ],
  });
  return findings.flatMap((index, i) => (short.isListed(index) ? rowOf(index, i) : []));
}

/** How many places of a problem are counted only. */
function unlistedRow(issues: readonly Issue[], { short, say }: ReportContext): TableRow[] {
  const left = issues.map(({ findings }) => findings.filter((index) => !short.isListed(index)).length);
  const count = left.reduce((a, b) => a + b, 0);
  if (count === 0) return [];
  const objects = left.filter((each) => each > 0).length;
  return [{ cells: ['…', '', say('unlisted', { count, objects }), '', '', '', '', ''] }];
}

type KnownRule = NonNullable<ReturnType<ReportContext['ruleOf']>>;

function clauseFacts({ clauses: named }: KnownRule, context: ReportContext): [string, Text][] {
  const { say, locale, comma } = context;
  const ids = named.map(bareId);
  const chapters = new Map(ids.map((id) => [chapterOf(id), categoryOf(id)[locale]]));
  const points = new Set(ids.flatMap((id) => clauses[id]?.point[locale] ?? []));
  const items = named.map((clause): string => {
    const gist = clauses[bareId(clause)]?.gist[locale];
    return bareId(clause) + (gist === undefined ? '' : ` ${gist}`) + nearMark(clause, context);
  });
  return [
    ...fact(say('category'), [...chapters.values()].join(comma)),
    ...fact(say('point'), [...points].join(comma)),
    ...fact(say('items'), joined(items, BREAK)),
  ];
}

/** What the tool knows beside what the form asks for. */
function moreFacts({ highRisk = [], triggers = [], rows }: KnownRule, context: ReportContext): [string, Text][] {
  const { say, comma } = context;
  const risks = [
    ...highRisk.map((id) => say('caseId', { id: bareId(id) }) + nearMark(id, context)),
    ...triggers.map((id) => say('triggerId', { id: bareId(id) }) + nearMark(id, context)),
  ];
  return [...fact(say('risks'), risks.join(comma)), ...fact(say('checklistRows'), rows.join(comma))];
}

/** None of an empty text. */
const fact = (name: string, text: Text): [string, Text][] => (text.length === 0 ? [] : [[name, text]]);

const nearMark = (id: string, { say, inBrackets }: ReportContext): string =>
  id.startsWith('~') ? inBrackets(say('near')) : '';
