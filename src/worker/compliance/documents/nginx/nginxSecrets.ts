/** Secrets that stand in nginx's own files: credentials of headers and parameters that it passes on. */
import type { HostVariable } from '../../model/hostVariable';
import { isSecretSetting } from '../../model/secretName';
import { allBlocks, type NginxSettings } from './nginxSettings';

/** Directives of a name and its value. */
const NAMED = /^(?:(?:proxy|grpc)_set_header|(?:fastcgi|uwsgi|scgi)_param|set|more_set_input_headers)$/;
/** More are made by a program. */
const MAX_SECRETS = 1_000;

/** Those of the file itself; what a variable or a template gives is no text. */
export function nginxSecrets({ uri, root }: NginxSettings): HostVariable[] {
  const out: HostVariable[] = [];
  for (const { directives } of allBlocks(root))
    for (const { name, words } of directives) {
      const [first, value] = words;
      if (!NAMED.test(name) || !first || !value || value.place.uri !== uri || out.length >= MAX_SECRETS) continue;
      const { text, place } = value;
      const setting = first.text.replace(/^\$/, '');
      if (!/[$\ufffc]|\{\{|<%/.test(text) && isSecretSetting(setting, text))
        out.push({ kind: 'nginx', name: setting, text, place });
    }
  return out;
}
