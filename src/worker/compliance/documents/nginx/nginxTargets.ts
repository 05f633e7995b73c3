/** What nginx passes requests on to: `proxy_pass` and its like, through `upstream` and `set`. */
import type { ProxyTarget } from '../../model/reverseProxy';
import { UNKNOWN } from '../../model/value';
import { once } from '../../once';
import type { NginxDirective } from './nginxConfig';
import { httpBlocks, inForce, type NginxBlock, type NginxSettings, ownOf } from './nginxSettings';

const PROTOCOL: ReadonlyMap<string, ProxyTarget['protocol']> = new Map([
  ['proxy_pass', 'http'],
  ['grpc_pass', 'grpc'],
  ['uwsgi_pass', 'uwsgi'],
  ['scgi_pass', 'scgi'],
  ['fastcgi_pass', 'fastcgi'],
]);
/** Of one upstream: more are made by a program. */
const MAX_SERVERS = 100;

/** Whether a directive hands requests on to an application. */
export const isPass = ({ name }: NginxDirective): boolean => PROTOCOL.has(name);

export interface NginxPass {
  directive: NginxDirective;
  /** The block that it stands in. */
  block: NginxBlock;
  /** Several behind an upstream; none where the files do not tell. */
  targets: ProxyTarget[];
  /** It speaks TLS to what stands behind it. */
  isTls: boolean;
}

/** Of `http` alone: a stream passes bytes. */
export const passesOf = once(({ root }: NginxSettings): readonly NginxPass[] =>
  httpBlocks(root).flatMap((block) =>
    block.directives.flatMap((directive) => {
      const protocol = PROTOCOL.get(directive.name);
      return protocol ? [passOf(directive, protocol, block)] : [];
    }),
  ),
);

function passOf(directive: NginxDirective, protocol: ProxyTarget['protocol'], block: NginxBlock): NginxPass {
  const written = withVariables(directive.words[0]?.text ?? '', block);
  const [, scheme = '', rest = ''] = /^(?:(?!unix:)([a-z]+):\/\/)?(.*)$/s.exec(written)!;
  const isTls = scheme === 'https' || scheme === 'grpcs';
  const place = directive.words[0]?.place ?? directive.namePlace;
  const standard = protocol === 'http' || protocol === 'grpc' ? (isTls ? 443 : 80) : undefined;
  const target = (text: string, port: number | undefined, at = place): ProxyTarget[] => {
    const [, address] = /^((?:\[[^\]]*\]|[^/])*)/.exec(text)!;
    const [, host, number] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(address!) ?? [];
    if (text.startsWith('unix:')) return [{ place: at, protocol, host: undefined, port: undefined, isSocket: true }];
    if (!host || /[$\ufffc]/.test(host)) return [];
    const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
    return [{ place: at, protocol, host: bare, port: number === undefined ? port : Number(number), isSocket: false }];
  };
  const name = /^[^/:$\ufffc]+/.exec(rest)?.[0];
  const upstream = name === undefined ? undefined : upstreamOf(name, block);
  const targets = upstream
    ? ownOf(upstream, 'server')
        .slice(0, MAX_SERVERS)
        .flatMap(({ words: [address] }) => (address ? target(address.text, 80, address.place) : []))
    : target(rest, standard);
  return { directive, block, targets, isTls };
}

function upstreamOf(name: string, block: NginxBlock): NginxBlock | undefined {
  let outermost = block;
  while (outermost.parent && outermost.context !== 'http') outermost = outermost.parent;
  return upstreamsIn(outermost).get(name);
}

/** By their names, the first of several. */
const upstreamsIn = once(({ blocks }: NginxBlock): ReadonlyMap<string, NginxBlock> => {
  const out = new Map<string, NginxBlock>();
  for (const block of blocks) {
    const name = block.context === 'upstream' ? block.opener?.words[0]?.text : undefined;
    if (name !== undefined && !out.has(name)) out.set(name, block);
  }
  return out;
});

/** What is set, by the variables with their `$`, the last of several. */
const variablesOf = once(
  (sets: readonly NginxDirective[]): ReadonlyMap<string, string | undefined> =>
    new Map(sets.map(({ words: [name, value] }) => [name?.text ?? '', value?.text])),
);

const MAX_RESOLVED = 2000;
/** Variables that begin with a slash. */
const PATHS = new Set(['request_uri', 'uri', 'document_uri']);

/** Variables that a `set` with plain text fills in; others are UNKNOWN. */
function withVariables(text: string, block: NginxBlock): string {
  const out = text.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced, bare) => {
    const name: string = braced ?? bare;
    const value = PATHS.has(name) ? '/' : variablesOf(inForce(block, 'set')).get(`$${name}`);
    return value === undefined || value.includes('$') ? UNKNOWN : value;
  });
  return out.length > MAX_RESOLVED ? UNKNOWN : out;
}
