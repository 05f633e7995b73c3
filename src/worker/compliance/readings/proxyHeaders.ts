/** The security headers of nginx's answers, server by server (fact T23). */
import type { NginxDirective } from '../documents/nginx/nginxConfig';
import { type ResponseHeader, responseHeaders } from '../documents/nginx/nginxHeaders';
import { listensOf } from '../documents/nginx/nginxListen';
import {
  allBlocks,
  chainOf,
  httpServers,
  inForce,
  type NginxBlock,
  type NginxSettings,
  ownOf,
} from '../documents/nginx/nginxSettings';
import { isPass } from '../documents/nginx/nginxTargets';
import { isSecurityHeader } from '../model/securityHeader';
import { once } from '../once';
import { servesPlainly } from './servedPlainly';

export interface ServerHeaders {
  server: NginxBlock;
  isTls: boolean;
  /** Whether everything that may set one is in sight. */
  isComplete: boolean;
  /** Those of any of its answers, each once. */
  headers: ResponseHeader[];
  /** Blocks whose own `add_header` drops some. */
  dropping: { own: NginxDirective; dropped: ResponseHeader[] }[];
  /** Of one block, with the same name and another value than one before. */
  repeated: { header: ResponseHeader; before: ResponseHeader }[];
  /** Blocks that pass requests on, with what they add; what they hide of the answer is left out. */
  passing: ResponseHeader[];
}

/** Of servers that give out something. */
export const serverHeaders = ({ root }: NginxSettings): ServerHeaders[] =>
  httpServers(root).filter(servesPlainly).map(headersOf);

function headersOf(server: NginxBlock): ServerHeaders {
  const headers = new Set<ResponseHeader>();
  const places = new Map<number, ResponseHeader>();
  const dropping: ServerHeaders['dropping'] = [];
  const repeated: ServerHeaders['repeated'] = [];
  const passing: ResponseHeader[] = [];
  for (const block of allBlocks(server)) {
    if (block !== server && !isServing(block)) continue;
    const found = responseHeaders(block);
    const own = found.headers.filter(({ name }) => isSecurityHeader(name));
    const added = ownOf(block, 'add_header');
    for (const header of own) {
      const { start } = header.place;
      if (!places.has(start)) headers.add(header);
      places.set(start, header);
    }
    const dropped = found.dropped.filter(({ name }) => isSecurityHeader(name));
    if (dropped.length > 0) dropping.push({ own: added.at(-1)!, dropped });
    if (added.length > 0) repeated.push(...repeatedIn(own));
    if (!block.directives.some(isPass)) continue;
    const hidden = hiddenNames(inForce(block, 'proxy_hide_header'));
    passing.push(...own.filter(({ name }) => !hidden.has(name.toLowerCase())));
  }
  const isComplete = chainOf(server).every((each) => each.isComplete);
  const isTls = listensOf(server).some((listen) => listen.isTls);
  return { server, isTls, isComplete, headers: [...headers], dropping, repeated, passing };
}

const hiddenNames = once(
  (directives: readonly NginxDirective[]): ReadonlySet<string> =>
    new Set(directives.flatMap(({ words: [name] }) => (name ? [name.text.toLowerCase()] : []))),
);

function repeatedIn(headers: readonly ResponseHeader[]): ServerHeaders['repeated'] {
  const first = new Map<string, ResponseHeader>();
  return headers.flatMap((header) => {
    const name = header.name.toLowerCase();
    const before = first.get(name) ?? header;
    first.set(name, before);
    return isOther(before, header) ? [{ header, before }] : [];
  });
}

const isServing = ({ context, directives }: NginxBlock): boolean =>
  context === 'location' && !directives.some(({ name }) => name === 'return' || name === 'internal');

/** The same header with another value. */
export const isOther = (a: { name: string; value?: string }, b: { name: string; value?: string }): boolean =>
  a.name.toLowerCase() === b.name.toLowerCase() &&
  a.value !== undefined &&
  b.value !== undefined &&
  a.value.trim().toLowerCase() !== b.value.trim().toLowerCase();
