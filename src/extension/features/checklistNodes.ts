/** The checklist as a tree of plain nodes: by chapter, by clause or by object. */
import type { EvidenceItem, ItemResult, RowResult } from '../../worker/protocol/assessment';
import type { Checklist } from '../../worker/protocol/checklist';

export const groupings = ['section', 'clause', 'object'] as const;
export type Grouping = (typeof groupings)[number];
export const filters = ['all', 'open', 'highRisk'] as const;
export type Filter = (typeof filters)[number];

type State = RowResult['state'] | ItemResult['state'];

export interface ChecklistNode {
  /** Stable while files change, so that what is expanded stays so. */
  id: string;
  kind: 'group' | 'row' | 'item' | 'finding' | 'attestation' | 'rule' | 'note';
  label: string;
  description?: string;
  tooltip?: string;
  state?: State;
  severity?: EvidenceItem['severity'];
  /** Where it leads. */
  place?: { uri: string; line: number };
  /** Of a row that somebody may answer for. */
  row?: string;
  /** The page that it leads to. */
  rule?: string;
  /** A finding that nobody has suppressed or waived. */
  isWaivable?: true;
  children: ChecklistNode[];
}

export interface Sentences {
  /** `3 of 12` */
  count(open: number, all: number): string;
  suppressed: string;
  near: string;
  attested(by: string, on: string): string;
}

/** States in which somebody has something to do. */
const OPEN: ReadonlySet<State> = new Set<State>(['partial', 'unmet', 'manual', 'unknown', 'fail']);

export function checklistNodes(
  checklist: Checklist,
  { grouping, filter }: { grouping: Grouping; filter: Filter },
  say: Sentences,
): ChecklistNode[] {
  const { assessment, words, uris } = checklist;
  const risky = new Set(assessment.highRisk.flatMap(({ findings }) => findings));
  const isShown = ({ state, findings }: { state: State; findings: number[] }) =>
    filter === 'all' || (filter === 'open' ? OPEN.has(state) : findings.some((index) => risky.has(index)));

  const placeOf = ({ path, line }: { path: string; line: number }) => {
    const uri = uris[path];
    return uri === undefined ? {} : { place: { uri, line: line - 1 } };
  };
  const findingNode = (parent: string, index: number, isNear: boolean): ChecklistNode => {
    const { path, line, message, severity, excerpt, rule, suppressed } = assessment.findings[index]!;
    const note = suppressed ? say.suppressed : isNear ? say.near : '';
    return {
      id: `${parent}/${index}`,
      kind: 'finding',
      label: `${path}:${line}`,
      description: [note, message].filter(Boolean).join(' · '),
      tooltip: [message, excerpt, `${rule} ${words.rules[rule] ?? ''}`, suppressed?.reason ?? '']
        .filter(Boolean)
        .join('\n'),
      severity,
      ...placeOf({ path, line }),
      rule,
      ...(!suppressed && { isWaivable: true as const }),
      children: [],
    };
  };
  const evidence = (
    id: string,
    { findings, rules, attestation }: Pick<RowResult, 'findings' | 'rules' | 'attestation'>,
    near: readonly number[] = [],
  ): ChecklistNode[] => {
    const stated = attestation === undefined ? undefined : assessment.attestations[attestation];
    const told = new Set([...findings, ...near].map((index) => assessment.findings[index]!.rule));
    return [
      ...findings.map((index) => findingNode(id, index, false)),
      ...near.map((index) => findingNode(id, index, true)),
      ...(stated
        ? [
            {
              id: `${id}/attestation`,
              kind: 'attestation' as const,
              label: say.attested(stated.by, stated.on),
              description: stated.evidence,
              tooltip: [stated.evidence, stated.note ?? ''].filter(Boolean).join('\n'),
              ...placeOf(stated),
              children: [],
            },
          ]
        : []),
      ...rules
        .filter((rule) => !told.has(rule))
        .map(
          (rule): ChecklistNode => ({
            id: `${id}/${rule}`,
            kind: 'rule',
            label: words.rules[rule] ?? rule,
            description: rule,
            rule,
            children: [],
          }),
        ),
    ];
  };
  const because = (state: string | undefined, reason: RowResult['reason']) =>
    [state, reason && words.reasons[reason]].filter(Boolean).join(' · ');
  const rowNode = (row: RowResult): ChecklistNode => {
    const described = because(words.rowStates[row.state], row.reason);
    return {
      id: row.id,
      kind: 'row',
      label: `${row.id} ${words.rows[row.id]!.subject}`,
      description: described,
      tooltip: [words.rows[row.id]!.subject, described, words.people[row.id] ?? ''].filter(Boolean).join('\n'),
      state: row.state,
      ...(row.reason !== 'context' && { row: row.id }),
      children: evidence(row.id, row),
    };
  };
  const itemNode = (item: ItemResult, label: string, parent: string): ChecklistNode => {
    const id = `${parent}/${item.clause}/${item.object}`;
    const described = because(words.itemStates[item.state], item.reason);
    return {
      id,
      kind: 'item',
      label,
      description: described,
      tooltip: `${item.clause} ${words.clauses[item.clause]?.gist ?? ''}\n${described}`,
      state: item.state,
      children: evidence(id, item, item.near),
    };
  };
  const group = (id: string, label: string, all: readonly { state: State }[], children: ChecklistNode[]) => ({
    id,
    kind: 'group' as const,
    label,
    description: say.count(all.filter(({ state }) => OPEN.has(state)).length, all.length),
    children,
  });
  const grouped = <T extends { state: State; findings: number[] }>(
    all: readonly T[],
    keyOf: (each: T) => string,
    labelOf: (key: string) => string,
    nodeOf: (each: T) => ChecklistNode,
  ): ChecklistNode[] => {
    const groups = new Map<string, T[]>();
    for (const each of all) {
      const key = keyOf(each);
      const own = groups.get(key);
      if (own) own.push(each);
      else groups.set(key, [each]);
    }
    return [...groups].flatMap(([key, own]) => {
      const shown = own.filter(isShown);
      return shown.length > 0 ? [group(`${grouping}:${key}`, labelOf(key), own, shown.map(nodeOf))] : [];
    });
  };
  if (grouping === 'section')
    return grouped(
      assessment.rows,
      ({ id }) => words.rows[id]!.section,
      (key) => key,
      rowNode,
    );
  // What no file tells of is for a report: here it would hide the rest.
  const items = assessment.items.filter(({ state, reason, rules, near }) =>
    state === 'notApplicable' || reason === 'visible' ? rules.length + near.length > 0 : true,
  );
  if (grouping === 'object')
    return grouped(
      items,
      ({ object }) => String(object),
      (key) => words.objects[Number(key)]!,
      (item) => itemNode(item, labelOf(item.clause), `object:${item.object}`),
    );
  return grouped(
    items,
    ({ clause }) => clause,
    labelOf,
    (item) => itemNode(item, words.objects[item.object]!, `clause:${item.clause}`),
  );

  function labelOf(clause: string): string {
    const known = words.clauses[clause];
    return known ? `${clause} ${known.point}: ${known.gist}` : clause;
  }
}
