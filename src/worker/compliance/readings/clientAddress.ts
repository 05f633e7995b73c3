/** Whether nginx tells an application behind it the address of the client. */
import type { NginxDirective } from '../documents/nginx/nginxConfig';
import {
  allBlocks,
  chainOf,
  enclosing,
  inForce,
  isUnset,
  type NginxBlock,
  type NginxSettings,
  ownOf,
} from '../documents/nginx/nginxSettings';
import { type NginxPass, passesOf } from '../documents/nginx/nginxTargets';
import { isLoopback } from '../model/loopback';
import { once } from '../once';
import { isBehindTls } from './servedPlainly';

const HEADER = 'proxy_set_header';
const MAX_TOLD = 20;

/** Headers that applications, ProxyFix and frameworks read the address from. */
const ADDRESS = /^(?:x-forwarded-for|x-real-ip|forwarded|x-client-ip|true-client-ip|cf-connecting-ip|x-original-for)$/i;

/** Hosts that are not somebody else's: names without a dot, addresses, and what ends so. */
const OWN = /^[^.]+$|^[\d.]+$|:|\.(?:local|internal|intranet|lan|svc|corp|docker|consul|home|test|localhost)$/;

/** A host that the request itself names: a forward proxy, or a pattern's part. */
const ASKED_FOR = /\$(?:http_host|host|arg_\w+|http_\w+|\d)\b/;

export interface UntoldClient {
  pass: NginxPass;
  /** The headers that the block sets, which drop those from above; empty: none holds there. */
  set: readonly NginxDirective[];
  /** What would tell it, from above, but is dropped by the block's own headers. */
  dropped: readonly NginxDirective[];
}

export function untoldClients(settings: NginxSettings): UntoldClient[] {
  return ownPasses(settings).flatMap((pass) => {
    const { block } = pass;
    const set = inForce(block, HEADER);
    const isMissing = set.length === 0 ? isUnset(block, HEADER) : isWhole(block);
    if (!isMissing || telling(set).length > 0) return [];
    return [{ pass, set, dropped: set.length > 0 ? fromAbove(block) : [] }];
  });
}

/** Passes to applications of one's own, which want to know who asks. */
export const ownPasses = once((settings: NginxSettings): readonly NginxPass[] =>
  passesOf(settings).filter(({ block, directive, targets }) => {
    if (directive.name !== 'proxy_pass' || block.directives.some(({ name }) => name === 'internal')) return false;
    const isOwn = targets.every(({ host }) => host === undefined || isLoopback(host) || OWN.test(host));
    const isToOneself = ASKED_FOR.test(directive.words[0]?.text ?? '');
    return enclosing(block, 'server') !== undefined && isOwn && !isToOneself;
  }),
);

/** Whether the block that sets them, and those within it, are all in sight. */
function isWhole(block: NginxBlock): boolean {
  const chain = chainOf(block);
  return chain.slice(0, chain.findIndex(setsHeaders) + 1).every(({ isComplete }) => isComplete);
}

const setsHeaders = (block: NginxBlock): boolean => ownOf(block, HEADER).length > 0;

/** The header as the client sent it: whoever asks writes what he likes. */
const SENT = /^\$http_(?:x_forwarded_for|x_real_ip|x_client_ip|true_client_ip|forwarded)$/;

/** `$http_x_forwarded_for` and its like. */
export const isSentByClient = (variable: string): boolean => SENT.test(variable);

/** What a server that clients reach first passes on of their own words about their address. */
export const believedAddresses = (settings: NginxSettings): NginxDirective[] =>
  allBlocks(settings.root).flatMap((block) => {
    const sent = ownOf(block, HEADER).filter(
      ({ words: [name, value] }) => ADDRESS.test(name?.text ?? '') && isSentByClient(value?.text ?? ''),
    );
    const server = sent.length > 0 ? enclosing(block, 'server') : undefined;
    return server && !isBehindTls(server) ? sent : [];
  });

/** Those that tell the address, as many as are shown. */
const telling = once((set: readonly NginxDirective[]): readonly NginxDirective[] =>
  set
    .filter(({ words: [name, value] }) => ADDRESS.test(name?.text ?? '') && (value?.text ?? '') !== '')
    .slice(0, MAX_TOLD),
);

/**
 * The headers that hold at a pass and tell the address, but leave `X-Forwarded-For` as the client wrote it; none
 * where the file does not show all that holds.
 */
export function letsThrough({ block }: NginxPass): readonly NginxDirective[] {
  const set = inForce(block, HEADER);
  return isForwarded(set) || !isWhole(block) || telling(set).length === 0 ? [] : set;
}

const isForwarded = once((set: readonly NginxDirective[]): boolean =>
  set.some(({ words }) => /^x-forwarded-for$/i.test(words[0]?.text ?? '')),
);

function fromAbove(block: NginxBlock): readonly NginxDirective[] {
  const parent = chainOf(block).find(setsHeaders)?.parent;
  return parent ? telling(inForce(parent, HEADER)) : [];
}
