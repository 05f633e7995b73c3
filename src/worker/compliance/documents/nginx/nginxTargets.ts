/** What nginx passes requests on to: `proxy_pass` and its like, through `upstream` and `set`. */
import type { ProxyTarget } from '../../model/reverseProxy';
import { UNKNOWN } from '../../model/value';
import type { NginxDirective } from './nginxConfig';
import { allBlocks, enclosing, inForce, type NginxBlock, type NginxSettings } from './nginxSettings';

const PROTOCOL: Record<string, ProxyTarget['protocol']> = {
  proxy_pass: 'http',
  grpc_pass: 'grpc',
  uwsgi_pass: 'uwsgi',
  scgi_pass: 'scgi',
  fastcgi_pass: 'fastcgi',
};

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
export const passesOf = ({ root }: NginxSettings): NginxPass[] =>
  allBlocks(root).flatMap((block) =>
    enclosing(block, 'stream') || enclosing(block, 'mail')
      ? []
      : block.directives.filter(({ name }) => name in PROTOCOL).map((directive) => passOf(directive, block)),
  );

function passOf(directive: NginxDirective, block: NginxBlock): NginxPass {
  const written = withVariables(directive.words[0]?.text ?? '', block);
  const [, scheme = '', rest] = /^(?:(?!unix:)([a-z]+):\/\/)?(.*)$/s.exec(written) as unknown as [
    string,
    string?,
    string?,
  ];
  const isTls = scheme === 'https' || scheme === 'grpcs';
  const protocol = PROTOCOL[directive.name]!;
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
  const name = /^[^/:$\ufffc]+/.exec(rest ?? '')?.[0];
  const upstream = name === undefined ? undefined : upstreamOf(name, block);
  const servers = upstream?.directives.filter((d) => d.name === 'server' && d.words.length > 0);
  const targets = servers
    ? servers.flatMap(({ words }) => target(words[0]!.text, 80, words[0]!.place))
    : target(rest ?? '', standard);
  return { directive, block, targets, isTls };
}

function upstreamOf(name: string, block: NginxBlock): NginxBlock | undefined {
  let outermost = block;
  while (outermost.parent && outermost.context !== 'http') outermost = outermost.parent;
  return outermost.blocks.find((b) => b.context === 'upstream' && b.opener?.words[0]?.text === name);
}

const MAX_RESOLVED = 2000;
/** Variables that begin with a slash. */
const PATHS = new Set(['request_uri', 'uri', 'document_uri']);

/** Variables that a `set` with plain text fills in; others are UNKNOWN. */
function withVariables(text: string, block: NginxBlock): string {
  const out = text.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced, bare) => {
    const set = inForce(block, 'set').findLast(({ words }) => words[0]?.text === `$${braced ?? bare}`);
    const value = PATHS.has(braced ?? bare) ? '/' : set?.words[1]?.text;
    return value === undefined || value.includes('$') ? UNKNOWN : value;
  });
  return out.length > MAX_RESOLVED ? UNKNOWN : out;
}
