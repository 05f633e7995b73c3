/** One of a configuration's attestations. */
import { clauses } from '../checklist/clauses';
import { rows } from '../checklist/rows';
import type { StatedAttestation } from '../config';
import type { YamlMap } from '../documents/yaml/yamlTree';
import type { Wrong } from './configValues';
import { type EntryReader, entryReader } from './entryReader';

/** Undefined: it says too little to hold, or what cannot be. */
export function readAttestation(map: YamlMap, wrong: Wrong): StatedAttestation | undefined {
  const entry = entryReader(map, 'attestations', wrong);
  const { pair, text, needed, day, lacks } = entry;
  const about = attested(entry, wrong);
  const [by, on, evidence, until, note] = [needed('by'), day('on'), needed('evidence'), day('until'), text('note')];
  if (on === undefined) lacks('on');
  if (on && until && until < on) wrong(pair('until')!.value.place, 'order', until, { known: [on] });
  if (!about || !by || !on || !evidence || until === null || (until && until < on)) return undefined;
  return {
    for: about,
    by,
    on,
    ...(until !== undefined && { until }),
    evidence,
    ...(note !== undefined && { note }),
    at: {
      entry: map.place,
      for: pair(about in rows ? 'row' : 'clause')!.value.place,
      on: pair('on')!.value.place,
      ...(until !== undefined && { until: pair('until')!.value.place }),
    },
  };
}

/** Asked when somebody attests: few configurations do. */
const known = (key: 'row' | 'clause') => (key === 'row' ? rows : clauses);

/** The row or the clause that it is for: one of them. */
function attested({ pair, text, lacks }: EntryReader, wrong: Wrong): string | undefined {
  const named = (['row', 'clause'] as const).flatMap((key) => {
    const value = text(key);
    return value === undefined ? [] : [{ key, value, place: pair(key)!.value.place }];
  });
  const [first, second] = named;
  if (!first) lacks(pair('clause') && !pair('row') ? 'clause' : 'row');
  const unknown = named.filter(({ key, value }) => !Object.hasOwn(known(key), value));
  for (const { key, value, place } of unknown) wrong(place, key, value);
  if (second) wrong(second.place, 'both', second.value);
  return second || unknown.length > 0 ? undefined : first?.value;
}
