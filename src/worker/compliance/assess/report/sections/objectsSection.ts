/**
 * The control items of each thing: what was found or looked at line by line, what files cannot
 * tell in one line for each reason. Things with equal results stand together.
 */
import type { ItemResult } from '../../../../protocol/assessment';
import { itemStateWords, reasonWords, sheetWords } from '../../../../protocol/assessmentWords';
import { clauses } from '../../../checklist/clauses';
import { getOrMake } from '../../../getOrMake';
import { type Block, BREAK, type Inline, joined, type Text } from '../blocks';
import { clauseList } from '../clauseList';
import { evidenceOf } from '../evidenceOf';
import { issuesId } from '../issuesId';
import { type ObjectGroup, objectGroups } from '../objectGroups';
import type { ReportContext } from '../reportContext';

const MOST_NAMED = 3;
const MOST_PLACES = 6;
/** Rows with evidence, of all things together; the items of others are listed by their states. */
const MOST_ROWS = 3000;
/** More would make the contents longer than they help. */
const MOST_IN_CONTENTS = 30;

export function objectsSection(context: ReportContext): Block[] {
  const { assessment, say } = context;
  const groups = objectGroups(assessment);
  let rows = 0;
  return [
    { type: 'heading', level: 2, id: 'objects', text: say('objects') },
    { type: 'paragraph', text: say('objectsText') },
    ...(groups.length === 0 ? [{ type: 'paragraph', text: say('noObjects') } as const] : []),
    ...groups.flatMap((group, i) => {
      rows += group.items.filter(isShown).length;
      return groupBlocks(
        group,
        i,
        { inContents: groups.length <= MOST_IN_CONTENTS, isBrief: rows > MOST_ROWS },
        context,
      );
    }),
  ];
}

interface GroupLook {
  inContents: boolean;
  /** States only. */
  isBrief: boolean;
}

function groupBlocks(
  { objects, items }: ObjectGroup,
  i: number,
  { inContents, isBrief }: GroupLook,
  context: ReportContext,
): Block[] {
  const { locale, say, nameOf, comma } = context;
  const isAlone = objects.length === 1;
  const name = nameOf(objects[0]);
  const shown = isBrief ? [] : items.filter(isShown);
  const byReason = new Map<string, string[]>();
  for (const item of items) {
    if (!isBrief && isShown(item)) continue;
    const because = item.reason ? say('because', { reason: reasonWords[item.reason][locale] }) : '';
    const why = itemStateWords[item.state][locale] + because;
    getOrMake(byReason, why, () => []).push(item.clause);
  }
  return [
    {
      type: 'heading',
      level: 3,
      id: `o${i + 1}`,
      text: isAlone ? name : say('alike', { name, count: objects.length }),
      inContents,
    },
    ...(isAlone
      ? placesOf(objects[0]!, context)
      : [{ type: 'paragraph', text: objects.map((object) => nameOf(object)).join(comma) } as const]),
    ...(isBrief ? [{ type: 'paragraph', text: say('briefly') } as const] : []),
    ...(shown.length === 0
      ? []
      : [
          {
            type: 'table',
            caption: say('itemsCaption'),
            head: [say('item'), say('gist'), say('state'), say('evidence')],
            widths: [4, 7, 6, 11],
            rows: shown.map((item) => ({ cells: cellsOf(item, objects, context) })),
          } as const,
        ]),
    ...(byReason.size === 0
      ? []
      : [
          {
            type: 'list',
            items: [...byReason].map(([why, of]): Text => [{ strong: why }, say('colon'), clauseList(of)]),
          } as const,
        ]),
  ];
}

/** Items that say more than why they are open. */
const isShown = ({ state, findings, near, attestation }: ItemResult): boolean =>
  state === 'fail' ||
  state === 'partial' ||
  state === 'clean' ||
  findings.length > 0 ||
  near.length > 0 ||
  attestation !== undefined;

function placesOf(object: number, { assessment, say, comma, locale }: ReportContext): Block[] {
  const { places, unknown, sheet } = assessment.objects[object]!;
  const kind = say('sheet', { sheet: sheetWords[sheet][locale] });
  const quoted = (all: readonly { path: string; line: number; text?: string }[]): Inline[] => [
    ...joined(
      all
        .slice(0, MOST_PLACES)
        .map(({ path, line, text }): Inline[] => [
          ...(text === undefined ? [] : [{ code: text }, ' ']),
          { code: `${path}:${line}` },
        ]),
      comma,
    ),
    ...(all.length > MOST_PLACES ? [say('moreOf', { count: all.length })] : []),
  ];
  return [
    ...(places.length > 0
      ? [{ type: 'paragraph', text: [kind, say('describedIn'), ...quoted(places)] } as const]
      : [{ type: 'paragraph', text: [kind, say('describedNowhere')] } as const]),
    ...(unknown.length > 0 ? [{ type: 'paragraph', text: [say('openValues'), ...quoted(unknown)] } as const] : []),
  ];
}

function cellsOf(item: ItemResult, objects: readonly number[], context: ReportContext): Text[] {
  const { locale, say, comma, attestedBy } = context;
  const { clause, state, reason, rules, findings, near, attestation } = item;
  const { point, gist, unit } = clauses[clause]!;
  const shown = (indexes: readonly number[]): readonly Inline[] =>
    objects.length === 1 ? evidenceOf(indexes, context, { most: MOST_NAMED }) : countedByRule(indexes, context);
  const lines: Inline[][] = [
    ...(findings.length > 0 ? [[...shown(findings)]] : []),
    ...(near.length > 0 ? [[{ strong: say('related') }, say('colon'), ...shown(near)]] : []),
    ...(findings.length === 0 && near.length === 0 && rules.length > 0
      ? [[say('judgedBy', { rules: rules.join(comma) })]]
      : []),
    ...attestedBy(attestation),
  ];
  // Related facts say by themselves that there is nothing else.
  const why = reason && reason !== 'nearest' ? [BREAK, reasonWords[reason][locale]] : [];
  return [
    [clause, ...(unit ? [BREAK, unit] : [])],
    `${point[locale]}${say('colon')}${gist[locale]}`,
    [{ state: itemStateWords[state][locale], tone: state }, ...why],
    lines.length === 0 ? say('none') : joined(lines, BREAK),
  ];
}

/** Of several things alike: which rules found how much; the places stand in the list. */
function countedByRule(indexes: readonly number[], { finding, say, comma, isListed }: ReportContext): Inline[] {
  const counts = new Map<string, number>();
  for (const index of indexes) counts.set(finding(index).rule, (counts.get(finding(index).rule) ?? 0) + 1);
  return joined(
    [...counts].map(([rule, count]): Inline[] => [
      isListed(rule) ? { link: issuesId(rule), text: rule } : rule,
      say('eachTimes', { count }),
    ]),
    comma,
  );
}
