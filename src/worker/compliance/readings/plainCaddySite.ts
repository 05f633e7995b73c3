/** Sites of Caddy that are given out without TLS, which it speaks by itself for names of hosts. */
import { allDirectives, type Caddyfile, type CaddySite, type CaddyWord } from '../documents/caddy/caddyfile';
import { isLoopback } from '../model/loopback';

const CONTENT = /^(?:reverse_proxy|file_server|php_fastcgi|php_server)$/;

export interface PlainSite {
  address: CaddyWord;
  port: number;
}

export function plainSites({ options, sites }: Caddyfile): PlainSite[] {
  // Somebody in front is known, who speaks TLS with clients.
  if (allDirectives(options).some(({ words }) => words[0]?.text === 'trusted_proxies')) return [];
  return sites.flatMap((site) => {
    if (!givesOut(site)) return [];
    for (const address of site.addresses) {
      const port = plainPort(address.text);
      if (port !== undefined) return [{ address, port }];
    }
    return [];
  });
}

function givesOut({ directives }: CaddySite): boolean {
  const all = allDirectives(directives);
  const isTls = all.some(({ words }) => words[0]?.text === 'tls');
  const leadsAway = directives.some(
    ({ words }) => words[0]?.text === 'redir' && words.some(({ text }) => /^https:/.test(text)),
  );
  return !isTls && !leadsAway && all.some(({ words }) => CONTENT.test(words[0]?.text ?? ''));
}

/** `http://…`, port 80, or a port without a name; undefined: TLS, this machine alone, or not known. */
function plainPort(text: string): number | undefined {
  const [, scheme, host, port] = /^(?:(https?):\/\/)?(\[[^\]]*\]|[\w.*-]*)(?::(\d+))?(?:\/.*)?$/.exec(text) ?? [];
  if (host === undefined || scheme === 'https' || (host !== '' && isLoopback(host))) return undefined;
  if (scheme === 'http') return Number(port ?? 80);
  if (port === undefined || port === '443') return undefined;
  return port === '80' || host === '' ? Number(port) : undefined;
}
