/** Which handlers of requests write a record, themselves or by what runs around them. */
import { insertLines } from '../documents/python/insertLines';
import { callsIn, functionNamed } from '../documents/python/lookups';
import { lastName, nameOf, type PythonModule } from '../documents/python/pythonModule';
import type { FunctionStatement } from '../documents/python/syntax';
import type { Edit } from '../model/value';

/** `app.logger.info`, `logging.warning`, `log.exception`, `audit(…)`, `write_log(…)`, `self.log.debug`. */
const LOGS =
  /(?:^|[._])(?:logger|logging|log|_log|_logger|loguru|audit\w*|syslog|structlog)\.\w+$|(?:^|\.)(?:\w*_)?(?:log|audit|record|track)(?:_\w+)?$|(?:^|\.)(?:log|audit)[A-Z]\w*$/;
/** Runs around every request. */
const AROUND = /\.(?:before|after|teardown)_(?:app_)?request$/;
const NAMED_AFTER_LOGS = /log|audit|record|track|trace/i;

/** @param others modules of the same application that run something around requests */
export function loggedHandlers(module: PythonModule, others: () => readonly PythonModule[]) {
  const writes = functionsThatLog(module);
  let covered: boolean | undefined;
  const isCovered = () => (covered ??= logsAround(module) || others().some(logsAround));
  return (handler: FunctionStatement): boolean =>
    writes(handler) ||
    handler.decorators.some((decorator) => {
      const callee = decorator.is === 'call' ? decorator.callee : decorator;
      const name = lastName(callee);
      const own = functionNamed(module, name);
      return NAMED_AFTER_LOGS.test(name) || (own !== undefined && writes(own));
    }) ||
    isCovered();
}

/** A function around requests that writes a record, or whose body is elsewhere. */
function logsAround(module: PythonModule): boolean {
  const writes = functionsThatLog(module);
  return (
    module.functions.some(
      ({ node }) => writes(node) && node.decorators.some((each) => AROUND.test(nameOf(module, each) ?? '')),
    ) ||
    module.calls.some(({ node: { callee, args } }) => {
      if (!AROUND.test(nameOf(module, callee) ?? '') || !args[0]) return false;
      const own = functionNamed(module, lastName(args[0].value));
      return own ? writes(own) : true;
    })
  );
}

const MAX_DEPTH = 20;

/** Also by functions of the module that are called. */
function functionsThatLog(module: PythonModule) {
  const known = new Map<FunctionStatement, boolean>();
  const writes = (of: FunctionStatement, depth = 0): boolean => {
    const before = known.get(of);
    if (before !== undefined || depth > MAX_DEPTH) return before ?? false;
    // Whoever calls itself is told by its other calls.
    known.set(of, false);
    const found = callsIn(module, of).some(({ node }) => {
      const name = nameOf(module, node.callee) ?? lastName(node.callee);
      if (LOGS.test(name)) return true;
      const own = functionNamed(module, name.replace(/^self\./, ''));
      return own !== undefined && own !== of && writes(own, depth + 1);
    });
    known.set(of, found);
    return found;
  };
  return writes;
}

/** A record as the first statement of the function; undefined where its words are not at hand. */
export function recordEdits(module: PythonModule, { name, body }: FunctionStatement): Edit[] | undefined {
  const isDoc = body[0]?.is === 'expression' && body[0].value.is === 'string';
  const first = body[isDoc ? 1 : 0];
  if (!first) return undefined;
  const { imports, scope } = module;
  const logger =
    imports.get('current_app') === 'flask.current_app' ? 'current_app' : scope.names.has('app') ? 'app' : undefined;
  if (!logger || imports.get('request') !== 'flask.request') return undefined;
  const record = `${logger}.logger.info("action=%s ip=%s", "${name}", request.remote_addr)`;
  return insertLines(module, first, 'before', [record]);
}
