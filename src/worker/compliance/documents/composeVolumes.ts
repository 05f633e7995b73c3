/** Named volumes that are bind mounts under another name: `driver_opts: {type: none, o: bind, device: /path}` (fact T14). */

import type { Mount } from '../model/container';
import { interpolate, type Lookup } from '../model/interpolate';
import { textValue } from '../model/value';
import { child, type YamlNode } from './yaml';

/** Such a mount becomes a bind of the device, with the words of `o` as options; all others stay. */
export function resolveVolume(root: YamlNode | undefined, lookup: Lookup, mount: Mount): Mount {
  if (mount.type !== 'volume' || !mount.source?.known) return mount;
  const options = child(child(child(root, 'volumes'), mount.source.known), 'driver_opts');
  const text = (key: string): string | undefined => {
    const node = child(options, key);
    return node?.kind === 'scalar' ? interpolate(node.text, lookup, '$$') : undefined;
  };
  const device = text('device');
  const words = text('o')?.split(',') ?? [];
  if (!device || !words.some((w) => w === 'bind' || w === 'rbind')) return mount;
  const { place, entry } = mount.entry;
  return {
    ...mount,
    type: 'bind',
    viaVolume: true,
    source: textValue(mount.source.raw, device, mount.source.place, mount.source.entry),
    readOnly: words.includes('ro') ? true : mount.readOnly,
    options: [...mount.options, ...words.map((w) => textValue(w, w, place, entry))],
  };
}
