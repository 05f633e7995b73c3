/** The services of a compose file, whatever its version. */
import { once } from '../../once';
import { child, type YamlMap, type YamlNode } from '../yaml/yamlTree';

const SERVICE_KEYS = ['image', 'build', 'extends'];
/** Top level keys of the later versions: with one of them it is none of version 1. */
const LATER_KEYS = ['services', 'version', 'name', 'include'];

/**
 * Version 1 has its services at the top, and nothing else beside them: no `version`, no `x-` block
 * (fact T9). It knows neither volumes nor networks of its own, nor most of the settings that are
 * added.
 */
const isVersion1 = once((root: YamlMap): boolean => {
  const isService = (value: YamlNode) => SERVICE_KEYS.some((key) => child(value, key) !== undefined);
  return (
    root.pairs.length > 0 &&
    root.pairs.every(({ key, value }) => !LATER_KEYS.includes(key) && !key.startsWith('x-') && isService(value))
  );
});

/** By name; undefined: there are none. */
export function servicesOf(root: YamlNode | undefined): YamlMap | undefined {
  if (root?.kind !== 'map') return undefined;
  const services = child(root, 'services');
  if (services) return services.kind === 'map' ? services : undefined;
  return isVersion1(root) ? root : undefined;
}
