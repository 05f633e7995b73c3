/** Configuration of Caddy: `Caddyfile`. */
import { readCaddyfile } from '../documents/caddy/caddyfile';
import { caddyTargets } from '../documents/caddy/caddyTargets';
import { type FileKind, hashComment } from '../fileKind';

const read: FileKind['read'] = ({ uri, text }) => {
  const file = readCaddyfile(uri, text);
  const targets = caddyTargets(file);
  return { caddy: [file], ...(targets.length > 0 && { proxy: [{ program: 'caddy', targets }] }) };
};

export const caddy: FileKind = { comment: hashComment, read, readPart: read };
