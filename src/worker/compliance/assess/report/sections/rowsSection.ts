/** The client's checklist, section by section: the state of each row, why, and what shows it. */
import type { RowResult } from '../../../../protocol/assessment';
import { reasonWords, rowStateWords } from '../../../../protocol/assessmentWords';
import { contextRows, peoplesRows } from '../../../checklist/peoplesRows';
import { rows } from '../../../checklist/rows';
import { sectionOf, sections } from '../../../checklist/sections';
import { getOrMake } from '../../../getOrMake';
import { type Block, BREAK, type Inline, joined, type Text } from '../blocks';
import { evidenceOf } from '../evidenceOf';
import type { ReportContext } from '../reportContext';

const MOST_NAMED = 4;

export function rowsSection(context: ReportContext): Block[] {
  const { assessment, locale, say } = context;
  const bySection = new Map<string, RowResult[]>();
  for (const row of assessment.rows) getOrMake(bySection, sectionOf(row.id), () => []).push(row);
  return [
    { type: 'heading', level: 2, id: 'rows', text: say('rows', { count: assessment.rows.length }) },
    { type: 'paragraph', text: say('rowsText') },
    ...[...bySection].flatMap(([section, of]): Block[] => [
      {
        type: 'heading',
        level: 3,
        id: `section-${section.replace(/\W+/g, '-')}`,
        text: `§${section} ${sections[section]![locale]}`,
        inContents: true,
      },
      {
        type: 'table',
        caption: say('rowsCaption', { section }),
        head: [say('row'), say('requirement'), say('state'), say('evidence')],
        widths: [2, 8, 6, 14],
        rows: of.map((row) => ({ cells: cellsOf(row, context) })),
      },
    ]),
  ];
}

function cellsOf(row: RowResult, context: ReportContext): Text[] {
  const { locale, say } = context;
  const { id, state, reason } = row;
  const why = reason === 'context' ? contextRows[id]?.[locale] : reason && reasonWords[reason][locale];
  return [
    id,
    rows[id]!.subject[locale],
    [{ state: rowStateWords[state][locale], tone: state }, ...(why ? [BREAK, why] : [])],
    shownBy(row, context) ?? say('none'),
  ];
}

function shownBy({ id, rules, findings, attestation }: RowResult, context: ReportContext): Inline[] | undefined {
  const { locale, say, comma, attestedBy } = context;
  const silent = rules.filter((rule) => !findings.some((index) => context.finding(index).rule === rule));
  const lines: Inline[][] = [
    ...(findings.length > 0 ? [evidenceOf(findings, context, { most: MOST_NAMED, isQuoted: true })] : []),
    ...(silent.length > 0 ? [[say('silentRules', { rules: silent.join(comma) })]] : []),
    ...attestedBy(attestation),
    ...(Object.hasOwn(peoplesRows, id) ? [[say('personLooks', { what: peoplesRows[id]![locale] })]] : []),
  ];
  return lines.length === 0 ? undefined : joined(lines, BREAK);
}
