/** One of a configuration's waivers. */
import type { Waiver } from '../config';
import type { YamlMap } from '../documents/yaml/yamlTree';
import { findRule } from '../rules/findRule';
import { readStrings, type Wrong } from './configValues';
import { entryReader } from './entryReader';

/** Undefined: it says too little to hold. */
export function readWaiver(map: YamlMap, wrong: Wrong): Waiver | undefined {
  const { pair, text, needed, day } = entryReader(map, 'waivers', wrong);
  const [named, reason, until, service] = [needed('rule'), needed('reason'), day('until'), text('service')];
  const rule = named === undefined ? undefined : findRule(named)?.id;
  if (named !== undefined && !rule) wrong(pair('rule')!.value.place, 'rule', named);
  const files = pair('files');
  const patterns = files && readStrings(files, wrong);
  if (!rule || !reason || until === null) return undefined;
  return { rule, reason, until, service, files: patterns, place: map.place };
}
