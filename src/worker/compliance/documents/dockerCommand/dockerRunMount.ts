/** `--mount type=bind,source=…,target=…` and `--tmpfs path:options` of a run line. */
import type { Mount } from '../../model/mount';
import { typeOfSource } from '../../model/mount';
import { UNKNOWN, type Value } from '../../model/value';
import { valueIn } from '../../valueIn';

const KEYS: Record<string, 'type' | 'source' | 'target' | 'readOnly'> = {
  type: 'type',
  source: 'source',
  src: 'source',
  target: 'target',
  destination: 'target',
  dst: 'target',
  readonly: 'readOnly',
  ro: 'readOnly',
};
const TYPES = new Set<string>(['bind', 'volume', 'tmpfs', 'npipe', 'cluster', 'image']);

const part = (value: Value, resolved: string): Value => ({
  ...value,
  resolved,
  known: resolved.includes(UNKNOWN) ? undefined : resolved,
});

/** `key=value` fields, comma separated; the source tells the type when none is written. */
export function parseLongMount(value: Value): Mount {
  let written: string | undefined;
  const mount: Mount = {
    entry: value,
    type: 'volume',
    source: undefined,
    target: undefined,
    readOnly: false,
    options: [],
  };
  for (const field of value.resolved.split(',')) {
    const [name = '', ...rest] = field.replace(/^"|"$/g, '').split('=');
    const text = rest.join('=');
    const key = valueIn(KEYS, name);
    if (key === 'type') written = text;
    else if (key === 'source') mount.source = part(value, text);
    else if (key === 'target') mount.target = part(value, text);
    else if (key === 'readOnly') mount.readOnly = text.includes(UNKNOWN) ? undefined : !/^(false|0|f)$/i.test(text);
    else mount.options.push(part(value, name.replace(/^bind-/, '') + (rest.length > 0 ? `=${text}` : '')));
  }
  const type = written ?? typeOfSource(mount.source?.resolved ?? '');
  mount.type = value.resolved !== UNKNOWN && TYPES.has(type) ? (type as Mount['type']) : 'unknown';
  if (mount.type === 'volume' && !mount.source) mount.type = 'anonymous';
  return mount;
}

/** `/tmp` or `/tmp:size=64m,mode=1777`. */
export function parseTmpfs(value: Value): Mount {
  const colon = value.resolved.indexOf(':');
  const target = colon < 0 ? value.resolved : value.resolved.slice(0, colon);
  const options =
    colon < 0
      ? []
      : value.resolved
          .slice(colon + 1)
          .split(',')
          .map((text) => part(value, text));
  return {
    entry: value,
    type: 'tmpfs',
    source: undefined,
    target: part(value, target),
    readOnly: options.some((o) => o.known === 'ro'),
    options,
  };
}
