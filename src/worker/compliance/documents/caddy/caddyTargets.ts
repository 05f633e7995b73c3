/** What Caddy passes requests on to: `reverse_proxy` and `php_fastcgi`. */
import type { ProxyTarget } from '../../model/reverseProxy';
import { valueIn } from '../../valueIn';
import { allDirectives, type Caddyfile, type CaddyWord } from './caddyfile';

const PROTOCOL: Record<string, ProxyTarget['protocol']> = { reverse_proxy: 'http', php_fastcgi: 'fastcgi' };

export const caddyTargets = ({ sites }: Caddyfile): ProxyTarget[] =>
  sites.flatMap(({ directives }) =>
    allDirectives(directives).flatMap(({ words: [name, ...rest], block }) => {
      const protocol = valueIn(PROTOCOL, name?.text ?? '');
      if (!protocol) return [];
      const inside = block?.filter(({ words }) => words[0]?.text === 'to').flatMap(({ words }) => words.slice(1)) ?? [];
      return [...rest, ...inside].flatMap((word) => targetOf(word, protocol));
    }),
  );

function targetOf({ text, place }: CaddyWord, protocol: ProxyTarget['protocol']): ProxyTarget[] {
  if (/^unix\/\//.test(text)) return [{ place, protocol, host: undefined, port: undefined, isSocket: true }];
  const [, scheme, host, port] = /^(?:(https?|h2c):\/\/)?(\[[^\]]*\]|[\w.-]*)(?::(\d+))?$/.exec(text) ?? [];
  if (host === undefined || (host === '' && port === undefined)) return [];
  const standard = scheme === 'https' ? 443 : 80;
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return [{ place, protocol, host: bare || 'localhost', port: Number(port ?? standard), isSocket: false }];
}
