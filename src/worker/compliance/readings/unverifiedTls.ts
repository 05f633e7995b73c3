/** Where a Python program talks to a server without checking who it is. */
import { literalOf } from '../documents/python/constant';
import { nameOf, type PythonModule } from '../documents/python/pythonModule';
import type { Span } from '../documents/python/syntax';

interface UnverifiedTls {
  place: Span;
  /** As it is written. */
  option: string;
  /** What goes if it is removed; undefined: it cannot go alone. */
  removed: Span | undefined;
}

const CLIENTS =
  /^(?:requests|httpx)\.|(?:^|[._])(?:session|client|requests?)\.(?:get|post|put|patch|delete|head|options|request|send)$/i;
const MAKES = /^(?:httpx\.(?:Async)?Client|aiohttp\.TCPConnector)$/;
const UNVERIFIED = /^ssl\._create_unverified_context$/;

export const unverifiedTls = (module: PythonModule): UnverifiedTls[] => [
  ...module.calls.flatMap(({ node, scope }) => {
    const name = nameOf(module, node.callee) ?? '';
    if (UNVERIFIED.test(name)) return [{ place: node, option: name, removed: undefined }];
    if (!CLIENTS.test(name) && !MAKES.test(name)) return [];
    return node.args.flatMap((argument, i): UnverifiedTls[] => {
      const isOption = argument.name === 'verify' || (argument.name === 'ssl' && MAKES.test(name));
      if (!isOption || literalOf(module, argument.value, scope) !== false) return [];
      const before = node.args[i - 1];
      const removed = before && { start: before.end, end: argument.end };
      return [{ place: argument, option: `${argument.name}=False`, removed }];
    });
  }),
  ...module.assignments.flatMap(({ target, value, scope, statement }): UnverifiedTls[] =>
    target.is === 'attribute' &&
    target.name === 'verify' &&
    /session|client/i.test(nameOf(module, target.object) ?? '') &&
    literalOf(module, value, scope) === false
      ? [{ place: statement, option: 'verify = False', removed: undefined }]
      : [],
  ),
];
