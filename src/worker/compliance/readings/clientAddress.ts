/** Whether nginx tells an application behind it the address of the client. */
import type { NginxDirective } from '../documents/nginx/nginxConfig';
import { enclosing, inForce, isUnset, type NginxBlock, type NginxSettings } from '../documents/nginx/nginxSettings';
import { type NginxPass, passesOf } from '../documents/nginx/nginxTargets';
import { isLoopback } from '../model/loopback';

/** Headers that applications, ProxyFix and frameworks read the address from. */
const ADDRESS = /^(?:x-forwarded-for|x-real-ip|forwarded|x-client-ip|true-client-ip|cf-connecting-ip|x-original-for)$/i;

/** Hosts that are not somebody else's: names without a dot, addresses, and what ends so. */
const OWN = /^[^.]+$|^[\d.]+$|:|\.(?:local|internal|intranet|lan|svc|corp|docker|consul|home|test|localhost)$/;

/** A host that the request itself names: a forward proxy, or a pattern's part. */
const ASKED_FOR = /\$(?:http_host|host|arg_\w+|http_\w+|\d)\b/;

export interface UntoldClient {
  pass: NginxPass;
  /** The headers that the block sets, which drop those from above; empty: none holds there. */
  set: NginxDirective[];
  /** What would tell it, from above, but is dropped by the block's own headers. */
  dropped: NginxDirective[];
}

export function untoldClients(settings: NginxSettings): UntoldClient[] {
  return passesOf(settings).flatMap((pass) => {
    const { block, directive, targets } = pass;
    if (directive.name !== 'proxy_pass' || block.directives.some(({ name }) => name === 'internal')) return [];
    const server = enclosing(block, 'server');
    const isOwn = targets.every(({ host }) => host === undefined || isLoopback(host) || OWN.test(host));
    const isToOneself = ASKED_FOR.test(directive.words[0]?.text ?? '');
    if (!server || !isOwn || isToOneself) return [];
    const set = inForce(block, 'proxy_set_header');
    const isMissing = set.length === 0 ? isUnset(block, 'proxy_set_header') : isWhole(block, set);
    if (!isMissing || set.some(tellsAddress)) return [];
    return [{ pass, set, dropped: set.length > 0 ? fromAbove(block, set) : [] }];
  });
}

/** Whether the block that sets them, and those within it, are all in sight. */
function isWhole(block: NginxBlock, set: readonly NginxDirective[]): boolean {
  for (let each: NginxBlock | undefined = block; each; each = each.parent) {
    if (!each.isComplete) return false;
    if (each.directives.includes(set[0]!)) return true;
  }
  return true;
}

const tellsAddress = ({ words }: NginxDirective): boolean =>
  ADDRESS.test(words[0]?.text ?? '') && (words[1]?.text ?? '') !== '';

function fromAbove(block: NginxBlock, set: readonly NginxDirective[]): NginxDirective[] {
  let each: NginxBlock | undefined = block;
  while (each && !each.directives.includes(set[0]!)) each = each.parent;
  const above = each?.parent ? inForce(each.parent, 'proxy_set_header') : [];
  return above.filter(tellsAddress);
}
