/**
 * Named volumes that are bind mounts under another name: `driver_opts: {type: none, o: bind,
 * device: /path}` (fact T14).
 */

import { interpolate, type Lookup } from '../../model/interpolate';
import type { Mount } from '../../model/mount';
import { asBind } from '../../model/mount';
import { child, type YamlNode } from '../yaml/yamlTree';

/** Such a mount becomes a bind of the device, with the words of `o` as options; all others stay. */
export function resolveVolume(root: YamlNode | undefined, lookup: Lookup, mount: Mount): Mount {
  if (mount.type !== 'volume' || !mount.source?.known) return mount;
  const volume = child(child(root, 'volumes'), mount.source.known);
  const options = child(volume, 'driver_opts');
  if (volume && isPlain(volume)) return { ...mount, isPlainVolume: true };
  const text = (key: string): string | undefined => {
    const node = child(options, key);
    return node?.kind === 'scalar' ? interpolate(node.text, lookup, '$$') : undefined;
  };
  return asBind(mount, text('device'), text('o'));
}

/** `{}`, `driver: local`, labels: neither made elsewhere nor with options. */
const isPlain = (volume: YamlNode): boolean => {
  if (volume.kind !== 'map') return volume.kind === 'scalar' && volume.text === '';
  const driver = child(volume, 'driver');
  const isLocal = driver === undefined || (driver.kind === 'scalar' && driver.text === 'local');
  return isLocal && volume.pairs.every(({ key }) => /^(?:driver|labels|name|x-.*)$/.test(key));
};
