/** The first page: what was assessed and with what, and how much of the checklist that decides. */
import {
  type Assessment,
  type Changes,
  changeStates,
  itemStates,
  rowStates,
  type ScopeFile,
} from '../../../../protocol/assessment';
import {
  changeStateWords,
  deciderWords,
  itemStateWords,
  rowStateWords,
  severityWords,
} from '../../../../protocol/assessmentWords';
import { severities } from '../../../../protocol/finding';
import { highRiskCases } from '../../../checklist/highRiskCases';
import { configLine } from '../../../report/configLine';
import { type Bar, type Block, BREAK, joined, type Text, withCode } from '../blocks';
import type { ReportContext } from '../reportContext';
import { filesTable, isLongScope } from './filesTable';

const DECIDERS = ['byFiles', 'attested', 'open'] as const;
const DECIDER_TONES = { byFiles: 'met', attested: 'manual', open: 'unknown' } as const;

export function summarySection(context: ReportContext): Block[] {
  const { assessment, locale, say } = context;
  const { files, notJudged, configs, objects, counts, tool, ruleSet, date } = assessment;
  const isPicture = ({ kind }: ScopeFile) => kind === 'picture';
  const facts: [string, Text][] = [
    [
      say('assessed'),
      say('scopeCounts', { ...told(files.filter((file) => !isPicture(file))), objects: objects.length }),
    ],
    [
      say('pictures'),
      assessment.pictures ? say('picturesRead', told(files.filter(isPicture))) : say('picturesNotRead'),
    ],
    [
      say('notRead'),
      notJudged.length === 0
        ? say('nothing')
        : [{ link: 'not-judged', text: say('notReadCount', { count: notJudged.length }) }],
    ],
    [
      say('configurations'),
      configs.length === 0
        ? say('noConfig')
        : joined(
            configs.map((config) => configLine(config, locale)),
            BREAK,
          ),
    ],
    [say('basis'), say('basisText')],
    [say('date'), date],
    ...(assessment.changes
      ? [[say('changesShort'), [{ link: 'changes', text: changesLine(assessment.changes, context) }]] as [string, Text]]
      : []),
    [say('tool'), `${tool.name} ${tool.version}`],
    [say('ruleSet'), [{ code: ruleSet }]],
  ];
  const found: [string, number][] = [
    ...severities.map((severity): [string, number] => [severityWords[severity][locale], counts[severity]]),
    [say('suppressed'), counts.suppressed],
  ];
  return [
    { type: 'heading', level: 2, id: 'summary', text: say('summary') },
    { type: 'paragraph', isNote: true, text: say('disclaimer') },
    ...shortenedLine(context),
    { type: 'table', caption: say('factsCaption'), widths: [4, 11], rows: facts.map((cells) => ({ cells })) },
    {
      type: 'table',
      caption: say('countsCaption'),
      head: [say('severity'), ...found.map(([name]) => name)],
      widths: [2, 1, 1, 1, 1, 1],
      rows: [{ cells: [say('count'), ...found.map(([, count]) => String(count))] }],
    },
    ...riskLine(context),
    { type: 'chart', title: say('coverage'), groups: coverageGroups(assessment, context) },
    { type: 'paragraph', text: say('coverageText') },
    { type: 'heading', level: 3, id: 'scope', text: say('scope') },
    ...(isLongScope(assessment)
      ? [{ type: 'paragraph', text: [{ link: 'files', text: say('seeFiles', { count: files.length }) }] } as const]
      : [filesTable(context)]),
    ...(notJudged.length === 0
      ? []
      : [
          { type: 'heading', level: 3, id: 'not-judged', text: say('notRead') } as const,
          {
            type: 'table',
            caption: say('notJudgedCaption'),
            head: [say('file'), say('reason')],
            widths: [2, 3],
            rows: notJudged.map(({ path, reason }) => ({ cells: [[{ code: path }], reason] })),
          } as const,
        ]),
    { type: 'paragraph', text: withCode(say('filesNote')) },
  ];
}

/** That not all is listed, where it is not. */
function shortenedLine({ assessment, short, say }: ReportContext): Block[] {
  const { most, left } = short;
  if (most === undefined) return [];
  const text = withCode(say('shortened', { count: assessment.findings.length, most, left }));
  return [{ type: 'paragraph', isNote: true, text }];
}

const told = (files: readonly ScopeFile[]) => ({
  count: files.length,
  size: files.reduce((sum, { size }) => sum + size, 0),
});

/** The numbers of cases and triggers as one line, in the order of the section that has their words. */
function riskLine({ assessment: { highRisk }, say, comma }: ReportContext): Block[] {
  if (highRisk.length === 0) return [];
  const names = highRisk.map(({ id }) => `${Object.hasOwn(highRiskCases, id) ? '判例' : '触发项'} ${id}`);
  return [
    {
      type: 'paragraph',
      text: [{ link: 'high-risk', text: say('risksShort') }, say('colon'), ...joined(names, comma)],
    },
  ];
}

/** `Repaired 3, open 2, …` */
const changesLine = ({ counts }: Changes, { locale, comma }: ReportContext): string =>
  changeStates.map((state) => `${changeStateWords[state][locale]} ${counts[state]}`).join(comma);

function coverageGroups({ coverage }: Assessment, { locale, say }: ReportContext): { title: string; bars: Bar[] }[] {
  return [
    {
      title: say('rowsByState'),
      bars: rowStates.map((tone) => ({ label: rowStateWords[tone][locale], count: coverage.rows[tone], tone })),
    },
    {
      title: say('decidedBy'),
      bars: DECIDERS.map((decider) => ({
        label: deciderWords[decider][locale],
        count: coverage.decided[decider],
        tone: DECIDER_TONES[decider],
      })),
    },
    {
      title: say('itemsByState'),
      bars: itemStates.map((tone) => ({ label: itemStateWords[tone][locale], count: coverage.items[tone], tone })),
    },
  ];
}
