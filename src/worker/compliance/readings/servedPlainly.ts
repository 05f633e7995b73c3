/** What a server of nginx gives out to whoever asks it without TLS. */
import { listensOf, type NginxListen } from '../documents/nginx/nginxListen';
import { allBlocks, enclosing, inForce, type NginxBlock } from '../documents/nginx/nginxSettings';
import { isLoopback } from '../model/loopback';
import { once } from '../once';

/** Asked by authorities before there is a certificate, and by machines that look whether it lives. */
const WITHOUT_CONTENT =
  /\.well-known|acme-challenge|health|\bping\b|\blive(?:z|ness)?\b|\bready(?:z|ness)?\b|nginx_status|stub_status|metrics/i;

/** Hands a request to somebody, or gives out files. */
const SERVES =
  /^(?:(?:proxy|grpc|uwsgi|scgi|fastcgi|memcached|js|perl)_pass|root|alias|try_files|index|autoindex|(?:content|access)_by_lua\w*|js_content)$/;

/** What a balancer in front says of the connection of the client. */
const TOLD_FROM_OUTSIDE =
  /\$http_(?:x_forwarded_(?:proto|ssl|scheme)|x_scheme|cloudfront_forwarded_proto|front_end_https|x_url_scheme|cf_visitor)\b/i;
const BEHIND = ['set_real_ip_from', 'real_ip_header'];

/** Where the server can be reached over the network without TLS. */
export const plainListens = (server: NginxBlock): NginxListen[] =>
  listensOf(server).filter(
    ({ isTls, isSocket, address, port }) =>
      !isTls && !isSocket && port !== undefined && (address === undefined || !isLoopback(address)),
  );

/** Whether it gives out anything there but an error, or the way to TLS. */
export function servesPlainly(server: NginxBlock): boolean {
  if (answers(server)) return false;
  const locations = server.blocks.filter(({ context }) => context === 'location');
  const all = locations.find(({ opener }) => opener?.words.at(-1)?.text === '/');
  if (all && answers(all)) return false;
  const inside = locations.filter((location) => !isAside(location));
  const isServing = (block: NginxBlock) => allBlocks(block).some(({ directives }) => directives.some(isContent));
  // Files below `root` are given out where no location takes all.
  return inside.some(isServing) || (!all && server.directives.some(isContent));
}

const isContent = ({ name }: { name: string }): boolean => SERVES.test(name);

/** It says itself what comes back, whatever is asked for: a redirect, an error, a fixed text. */
function answers({ directives, blocks }: NginxBlock): boolean {
  const isAllowed = directives.some(({ name }) => name === 'allow');
  const ends = directives.some(
    ({ name, words }) =>
      name === 'return' ||
      name === 'ssl_reject_handshake' ||
      (name === 'deny' && words[0]?.text === 'all' && !isAllowed) ||
      (name === 'rewrite' && /^https:/.test(words[1]?.text ?? '')),
  );
  return ends || blocks.some((block) => block.context === 'if' && redirectsPlain(block));
}

/** `if ($scheme != https) { return 301 https://…; }` */
const redirectsPlain = ({ opener, directives }: NginxBlock): boolean =>
  /\$(?:scheme|https|server_port|ssl_protocol|http_\w+)\b/.test(
    opener?.words.map(({ text }) => text).join(' ') ?? '',
  ) &&
  directives.some(
    ({ name, words }) => /^(?:return|rewrite)$/.test(name) && words.some(({ text }) => /https:/.test(text)),
  );

const isAside = (location: NginxBlock): boolean =>
  WITHOUT_CONTENT.test(location.opener?.words.map(({ text }) => text).join(' ') ?? '') || answers(location);

/** Whether the configuration relies on somebody outside of it who speaks TLS with clients. */
export const isBehindTls = once((server: NginxBlock): boolean => {
  if (listensOf(server).some(({ isProxied }) => isProxied)) return true;
  const around = enclosing(server, 'http');
  return (
    BEHIND.some((name) => inForce(server, name).length > 0) ||
    (around !== undefined && isToldAround(around)) ||
    allBlocks(server).some(isTold)
  );
});

const isTold = ({ directives, opener }: NginxBlock): boolean =>
  [...directives, ...(opener ? [opener] : [])].some(({ words }) =>
    words.some(({ text }) => TOLD_FROM_OUTSIDE.test(text)),
  );

/** By what is for all servers. */
const isToldAround = once((http: NginxBlock): boolean =>
  [http, ...http.blocks.filter(({ context }) => context === 'map')].some(isTold),
);
