/** Locations of nginx that lead to administration, whoever asks (ngx_http_access_module). */
import { listensOf } from '../documents/nginx/nginxListen';
import {
  chainOf,
  httpBlocks,
  inForce,
  isUnset,
  type NginxBlock,
  type NginxSettings,
  ownOf,
} from '../documents/nginx/nginxSettings';
import { isPass } from '../documents/nginx/nginxTargets';
import { isLoopback } from '../model/loopback';
import type { Place } from '../model/value';

/** The first part of a path, or a whole one of an expression. */
const ADMINISTRATION =
  /^(?:\^?\/|\^?\/?\(.{0,80}?)(?:wp-|php|pg|my)?(?:admin(?:er|istrator|istration)?|actuator|manage(?:r|ment)?|(?:h2-|jmx-)?console|druid|portainer)(?=[/)|$]|\\[./]|$)/i;
const SERVES = new Set(['root', 'alias', 'try_files', 'index', 'autoindex', 'stub_status', 'api']);
/** They ask something else who may come in, which is not in sight. */
const DECIDES = ['auth_request', 'access_by_lua_block', 'access_by_lua_file', 'access_by_lua', 'js_access', 'auth_jwt'];
/** What a condition does with those who may not. */
const REFUSES = /^(?:deny|return|rewrite|set)$/;

/** Where nothing tells who may come in. */
export const openAdministration = ({ root }: NginxSettings): Place[] =>
  httpBlocks(root).flatMap((block) => {
    const { context, opener } = block;
    const path = opener?.words.at(-1);
    return context === 'location' && path && ADMINISTRATION.test(path.text) && isOpen(block) ? [path.place] : [];
  });

function isOpen(block: NginxBlock): boolean {
  const chain = chainOf(block);
  const server = chain.find(({ context }) => context === 'server');
  if (!server || !block.directives.some((directive) => isPass(directive) || SERVES.has(directive.name))) return false;
  if (listensOf(server).every(({ isSocket, address }) => isSocket || (address !== undefined && isLoopback(address))))
    return false;
  // A list of a block drops those from above.
  const lists = chain.find((each) => ownOf(each, 'allow').length + ownOf(each, 'deny').length > 0);
  if (lists) return ownOf(lists, 'deny').length === 0 && ownOf(lists, 'allow').every(isForAll);
  const isDecided =
    DECIDES.some((name) => inForce(block, name).length > 0) ||
    /^on$/.test(inForce(server, 'ssl_verify_client')[0]?.words[0]?.text ?? '') ||
    ownOf(block, 'internal').length > 0 ||
    chain.some(({ blocks }) => blocks.some(refusesSome));
  return !isDecided && isUnset(block, 'allow');
}

const isForAll = ({ words: [address] }: { words: readonly { text: string }[] }): boolean =>
  /^(?:all|0\.0\.0\.0\/0|::\/0)$/.test(address?.text ?? '');

/** `if ($remote_addr !~ …) { return 403; }` */
const refusesSome = ({ context, directives }: NginxBlock): boolean =>
  context === 'if' && directives.some(({ name }) => REFUSES.test(name));
