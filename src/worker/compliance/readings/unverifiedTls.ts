/** Where a Python program talks to a server without checking who it is. */
import { givenTo, literalOf } from '../documents/python/constant';
import { nameOf, type PythonModule, type Scope } from '../documents/python/pythonModule';
import type { Expression, Span } from '../documents/python/syntax';
import { once } from '../once';

interface UnverifiedTls {
  place: Span;
  /** As it is written. */
  option: string;
  /** What goes if it is removed; undefined: it cannot go alone. */
  removed: Span | undefined;
}

const VERB = /\.(?:get|post|put|patch|delete|head|options|request|send)$/i;
const CLIENTS =
  /^(?:requests|httpx)\.|(?:^|[._])(?:session|client|requests?)\.(?:get|post|put|patch|delete|head|options|request|send)$/i;
const MAKES = /^(?:httpx\.(?:Async)?Client|aiohttp\.TCPConnector)$/;
const SESSION = /^(?:requests\.(?:sessions\.)?[Ss]ession|httpx\.(?:Async)?Client|aiohttp\.ClientSession)$/;
const UNVERIFIED = 'ssl._create_unverified_context';
const DEFAULT = 'ssl._create_default_https_context';
const NO_CHECK = 'ssl.CERT_NONE';

export const unverifiedTls = (module: PythonModule): UnverifiedTls[] => [
  ...module.calls.flatMap(({ node, scope }) => {
    const name = nameOf(module, node.callee) ?? '';
    if (name === UNVERIFIED) return [{ place: node, option: name, removed: undefined }];
    const asks = CLIENTS.test(name) || (VERB.test(name) && isSession(module, objectOf(node.callee), scope));
    return node.args.flatMap((argument, i): UnverifiedTls[] => {
      const { name: option, value } = argument;
      const isOff =
        option === 'cert_reqs'
          ? isNoCheck(module, value, scope)
          : (asks || MAKES.test(name)) &&
            (option === 'verify' || option === 'ssl') &&
            literalOf(module, value, scope) === false;
      if (!isOff) return [];
      const before = node.args[i - 1];
      const removed = before && { start: before.end, end: argument.end };
      return [{ place: argument, option: module.text.slice(argument.start, argument.end), removed }];
    });
  }),
  ...module.assignments.flatMap(({ target, value, scope, statement }): UnverifiedTls[] => {
    if (target.is !== 'attribute') return [];
    const found = (option: string) => [{ place: statement, option, removed: undefined }];
    if (nameOf(module, target) === DEFAULT && nameOf(module, value) === UNVERIFIED)
      return found(`${DEFAULT} = ${UNVERIFIED}`);
    if (target.name === 'verify_mode' && isNoCheck(module, value, scope) && trustsAnyName(module, target.object))
      return found(`verify_mode = ${NO_CHECK}`);
    const isOff =
      target.name === 'verify' && isSession(module, target.object, scope) && literalOf(module, value, scope) === false;
    return isOff ? found('verify = False') : [];
  }),
];

const objectOf = (callee: Expression): Expression => (callee.is === 'attribute' ? callee.object : callee);

/** By its name, or by what the name was given. */
function isSession(module: PythonModule, object: Expression, scope: Scope): boolean {
  if (/session|client/i.test(nameOf(module, object) ?? '')) return true;
  const given = object.is === 'name' ? givenTo(object.name, scope)?.value : undefined;
  return given?.is === 'call' && SESSION.test(nameOf(module, given.callee) ?? '');
}

const isNoCheck = (module: PythonModule, value: Expression, scope: Scope): boolean =>
  nameOf(module, value) === NO_CHECK || literalOf(module, value, scope) === 'CERT_NONE';

/**
 * Contexts for clients refuse CERT_NONE while they check names; a server's asks its clients for no
 * certificate by it (Python `ssl`, SSLContext.verify_mode).
 */
const trustsAnyName = (module: PythonModule, context: Expression): boolean =>
  namesUnchecked(module).has(nameOf(module, context) ?? '');

const namesUnchecked = once(
  (module: PythonModule): ReadonlySet<string> =>
    new Set(
      module.assignments.flatMap(({ target, value, scope }) =>
        target.is === 'attribute' && target.name === 'check_hostname' && literalOf(module, value, scope) === false
          ? (nameOf(module, target.object) ?? [])
          : [],
      ),
    ),
);
