/** Whether a Python module keeps the records that it writes at the level of `info`. */
import { literalOf } from '../documents/python/constant';
import { nameOf, type PythonModule, type Scope } from '../documents/python/pythonModule';
import type { Expression, Span } from '../documents/python/syntax';

/** Where levels are set: `basicConfig` and what says it otherwise. */
export const SETS_LEVELS = /\b(?:basicConfig|setLevel|dictConfig|fileConfig|loguru|structlog)\b/;
const OTHERWISE = /\b(?:setLevel|dictConfig|fileConfig|loguru|structlog)\b/;
const RECORDS = /(?:^|[._])(?:logger|logging|log)\.(?:info|debug)$/;
const QUIET = /^(?:WARN|WARNING|ERROR|CRITICAL|FATAL)$/;
/** `logging.WARNING`, which is also what holds where nobody sets a level. */
const WARNING = 30;

export interface QuietLevel {
  /** The call, or the level that it names. */
  place: Span;
  isNamed: boolean;
}

/** Of the only `logging.basicConfig` of a module with such records; undefined: they are kept, or it is not known. */
export function quietLevel(module: PythonModule): QuietLevel | undefined {
  if (OTHERWISE.test(module.text)) return undefined;
  const called = (pattern: RegExp) =>
    module.calls.filter(({ node }) => pattern.test(nameOf(module, node.callee) ?? ''));
  const [config, ...others] = called(/^logging\.basicConfig$/);
  if (!config || others.length > 0 || called(RECORDS).length === 0) return undefined;
  const { node, scope } = config;
  if (node.args.some(({ isSpread }) => isSpread)) return undefined;
  const level = node.args.find(({ name }) => name === 'level')?.value;
  if (!level) return { place: node.callee, isNamed: false };
  return isQuiet(module, level, scope) ? { place: level, isNamed: true } : undefined;
}

/** `logging.WARNING`, `'ERROR'`, `30` */
function isQuiet(module: PythonModule, level: Expression, scope: Scope): boolean {
  const [, named] = /^logging\.(\w+)$/.exec(nameOf(module, level) ?? '') ?? [];
  const value = named ?? literalOf(module, level, scope);
  return typeof value === 'string' ? QUIET.test(value) : typeof value === 'number' && value >= WARNING;
}
