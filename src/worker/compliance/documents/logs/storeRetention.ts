/**
 * How long a store keeps what it is sent: Loki, the life cycles of Elasticsearch's indices, Curator;
 * linear and never throws.
 */
import type { LogRetention } from '../../model/logRetention';
import { valueIn } from '../../valueIn';
import { parseYaml } from '../yaml/yaml';
import { child, pairOf, type YamlNode } from '../yaml/yamlTree';
import { daysOfDuration, durationOf } from './lokiDuration';

/** A YAML of Loki's, by its keys. */
export const isLoki = (text: string): boolean =>
  /^(?:schema_config|ingester|distributor):/m.test(text) &&
  /^(?:limits_config|compactor|table_manager|storage_config|common):/m.test(text);

export const isCurator = (text: string): boolean => /^[ \t]*action:[ \t]*["']?delete_indices\b/m.test(text);
export const isLifecycle = (text: string): boolean =>
  /"phases"/.test(text) && /"delete"/.test(text) && /"min_age"/.test(text);

/** Templates decide elsewhere. */
const isTemplate = (text: string): boolean => /\{\{|\{%/.test(text);

export function storeRetentions(uri: string, text: string): LogRetention[] {
  if (isTemplate(text) || !(isLoki(text) || isCurator(text) || isLifecycle(text))) return [];
  const { root } = parseYaml(uri, text);
  if (isCurator(text)) return curatorRetentions(root);
  return isLifecycle(text) ? lifecycleRetentions(root) : lokiRetentions(root);
}

/** A duration; 0 keeps for ever. */
function retentionOf(layer: LogRetention['layer'], key: string, node: YamlNode | undefined): LogRetention[] {
  if (node?.kind !== 'scalar') return [];
  const days = daysOfDuration(node.text);
  if (days === undefined || /^0/.test(node.text.trim())) return [];
  const { place, text, quoted } = node;
  const inner = quoted ? { ...place, start: place.start + 1, end: place.end - 1 } : place;
  const raise = (wanted: number) => [{ ...inner, newText: durationOf(wanted, text.trim()) }];
  return [{ layer, place, written: `${key}: ${text}`, days, raise }];
}

const isOn = (node: YamlNode | undefined): boolean => node?.kind === 'scalar' && /^(?:true|yes|on)$/i.test(node.text);

function lokiRetentions(root: YamlNode | undefined): LogRetention[] {
  const limits = child(root, 'limits_config');
  const compactor = child(root, 'compactor');
  const table = child(root, 'table_manager');
  const streams = child(limits, 'retention_stream');
  const byTable = isOn(child(table, 'retention_deletes_enabled'))
    ? retentionOf('loki', 'retention_period', child(table, 'retention_period'))
    : [];
  const byCompactor = [
    ...retentionOf('loki', 'retention_period', child(limits, 'retention_period')),
    ...(streams?.kind === 'list' ? streams.items : []).flatMap((each) =>
      retentionOf('loki', 'period', child(each, 'period')),
    ),
  ];
  const enabled = pairOf(compactor, 'retention_enabled');
  if (isOn(enabled?.value)) return [...byTable, ...byCompactor];
  // Without the compactor nothing is deleted: the number waits for the day when it is switched on.
  return [...byTable, ...(enabled ? [] : byCompactor.map((each) => ({ ...each, isIdle: true })))];
}

function lifecycleRetentions(root: YamlNode | undefined): LogRetention[] {
  const phases = child(child(root, 'policy') ?? root, 'phases');
  return retentionOf('elasticsearch', 'min_age', child(child(phases, 'delete'), 'min_age'));
}

const CURATOR_DAYS: Record<string, number> = { hours: 1 / 24, days: 1, weeks: 7, months: 30, years: 365 };

function curatorRetentions(root: YamlNode | undefined): LogRetention[] {
  const actions = child(root, 'actions');
  return (actions?.kind === 'map' ? actions.pairs : []).flatMap(({ value: action }) => {
    const name = child(action, 'action');
    const filters = child(action, 'filters');
    if (name?.kind !== 'scalar' || name.text !== 'delete_indices' || filters?.kind !== 'list') return [];
    return filters.items.flatMap((filter): LogRetention[] => {
      const unit = child(filter, 'unit');
      const count = child(filter, 'unit_count');
      if (unit?.kind !== 'scalar' || count?.kind !== 'scalar' || !/^\d{1,5}$/.test(count.text)) return [];
      const each = valueIn(CURATOR_DAYS, unit.text);
      if (each === undefined) return [];
      const written = `unit_count: ${count.text} (${unit.text})`;
      const days = Math.floor(each * Number(count.text));
      const raise = (wanted: number) => [{ ...count.place, newText: String(Math.ceil(wanted / each)) }];
      return [{ layer: 'elasticsearch', place: count.place, written, days, raise }];
    });
  });
}
