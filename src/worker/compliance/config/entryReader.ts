/** An entry of a configuration's waivers or attestations, key by key. */
import { isDate } from '../../protocol/isDate';
import type { YamlMap, YamlPair } from '../documents/yaml/yamlTree';
import type { Place } from '../model/value';
import { checkKeys, isEmpty, itemOf, type Wrong } from './configValues';

/** The lists of entries, and how an entry is told to lack something. */
const LACKING = { waivers: 'waiver', attestations: 'attestation' } as const;
export type EntryList = keyof typeof LACKING;

export interface EntryReader {
  pair(key: string): YamlPair | undefined;
  /** Trimmed. Undefined: absent, empty, or no text, which is told. */
  text(key: string): string | undefined;
  /** As `text`; tells that it is missing. */
  needed(key: string): string | undefined;
  /** An ISO date. Null: no date, which is told. */
  day(key: string): string | null | undefined;
  lacks(key: string): void;
  /** The first thing that the entry says, else the entry. */
  first: Place;
}

export function entryReader(map: YamlMap, list: EntryList, wrong: Wrong): EntryReader {
  checkKeys(map, itemOf(list), wrong);
  const first = map.pairs[0]?.keyPlace ?? map.place;
  const pair = (key: string) => map.pairs.find((each) => each.key === key);
  const lacks = (key: string) => wrong(pair(key)?.keyPlace ?? first, LACKING[list], key);
  const text = (key: string) => {
    const found = pair(key);
    if (!found || isEmpty(found.value)) return undefined;
    if (found.value.kind === 'scalar') return found.value.text.trim() || undefined;
    wrong(found.value.place, 'shape', key, { shape: 'text' });
    return undefined;
  };
  return {
    first,
    pair,
    text,
    lacks,
    needed(key) {
      const found = text(key);
      if (found === undefined) lacks(key);
      return found;
    },
    day(key) {
      const found = text(key);
      if (found === undefined || isDate(found)) return found;
      const { place } = pair(key)!.value;
      if (/^\d{4}-\d{2}-\d{2}$/.test(found)) wrong(place, 'day', found);
      else wrong(place, 'shape', key, { shape: 'date' });
      return null;
    },
  };
}
