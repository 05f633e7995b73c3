/** One of a configuration's waivers. */
import { isDate } from '../../protocol/isDate';
import type { Waiver } from '../config';
import type { YamlMap } from '../documents/yaml/yamlTree';
import { findRule } from '../rules/findRule';
import { checkKeys, isEmpty, itemOf, readStrings, type Wrong } from './configValues';

/** Undefined: it says too little to hold. */
export function readWaiver(map: YamlMap, wrong: Wrong): Waiver | undefined {
  checkKeys(map, itemOf('waivers'), wrong);
  const first = map.pairs[0]?.keyPlace ?? map.place;
  const node = (key: string) => map.pairs.find((p) => p.key === key);
  const text = (key: string) => {
    const pair = node(key);
    if (!pair || isEmpty(pair.value)) return undefined;
    if (pair.value.kind === 'scalar') return pair.value.text.trim() || undefined;
    wrong(pair.value.place, 'shape', key, { shape: 'text' });
    return undefined;
  };
  const [named, reason, until, service] = [text('rule'), text('reason'), text('until'), text('service')];
  const rule = findRule(named ?? '')?.id;
  if (named === undefined) wrong(first, 'waiver', 'rule');
  else if (!rule) wrong(node('rule')!.value.place, 'rule', named);
  if (!reason) wrong(node('reason')?.keyPlace ?? first, 'waiver', 'reason');
  const dated = until === undefined || isDate(until);
  if (!dated) wrong(node('until')!.value.place, 'shape', 'until', { shape: 'date' });
  const files = node('files');
  const patterns = files && readStrings(files, wrong);
  return rule && reason && dated ? { rule, reason, until, service, files: patterns, place: map.place } : undefined;
}
