/** Configuration of Traefik in YAML or TOML: entry points, or routes. */
import { isTraefik, readTraefikConfig } from '../documents/traefik/traefikConfig';
import { traefikTargets } from '../documents/traefik/traefikTargets';
import { type FileKind, hashComment } from '../fileKind';

const read: FileKind['read'] = ({ uri, text }) => {
  const config = readTraefikConfig(uri, text);
  const targets = traefikTargets(config);
  return { traefik: [config], ...(targets.length > 0 && { proxy: [{ program: 'traefik', targets }] }) };
};

export const traefik: FileKind = {
  recognises: (_name, text) => isTraefik(text.slice(0, 50_000)),
  comment: hashComment,
  units: 'yaml',
  read,
  readPart: read,
};
