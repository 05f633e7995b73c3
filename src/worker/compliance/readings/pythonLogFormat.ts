/** Which fields the formats lack that a Python program and gunicorn write their logs in. */
import { literalOf } from '../documents/python/constant';
import { openingOf } from '../documents/python/literals';
import { argumentOf, type Context, nameOf, type PythonModule } from '../documents/python/pythonModule';
import type { Expression, Is, Span } from '../documents/python/syntax';
import type { Edit } from '../model/value';
import { valueIn } from '../valueIn';
import { isForDevelopment } from './appSettings';
import { missingInGunicorn } from './gunicornFormat';

export interface PoorPythonFormat {
  place: Span;
  /** As the format would name them: `%(asctime)s`. */
  missing: string[];
  /** Puts them in front; undefined where the format is not written there. */
  edits: Edit[] | undefined;
}

/** What names the time of a record, whatever the style of the format. */
const TIME = /\basctime\b|\bcreated\b|time_?stamp/i;
const ASCTIME: Record<string, string> = { '%': '%(asctime)s', '{': '{asctime}', $: '$' + '{asctime}' };
const WHOLE = '"%(asctime)s %(levelname)s %(name)s %(message)s"';

export const poorPythonFormats = (module: PythonModule): PoorPythonFormat[] => [
  // A record that goes to syslog gets its time there.
  ...(/SysLogHandler|JournalHandler/.test(module.text) ? [] : [...ofCalls(module), ...ofDicts(module)]),
  ...ofGunicorn(module),
];

/** `logging.basicConfig(format=…)`, `logging.Formatter(…)` */
const ofCalls = (module: PythonModule): PoorPythonFormat[] =>
  module.calls.flatMap(({ node, ...context }) => {
    const name = nameOf(module, node.callee);
    const isBasic = name === 'logging.basicConfig';
    if ((!isBasic && name !== 'logging.Formatter') || isForDevelopment(module, context)) return [];
    const format = isBasic ? argumentOf(node, 'format') : argumentOf(node, 'fmt', 0);
    if (format) return timeless(module, format, argumentOf(node, 'style', 2), context);
    const isUnknown = node.args.some(
      ({ isSpread, name: option, value }) => isSpread || (option === 'handlers' && !areMadeThere(module, value)),
    );
    return isUnknown ? [] : [{ place: node, missing: [ASCTIME['%']!], edits: withFormat(module, node, isBasic) }];
  });

/** `[FileHandler('a.log'), StreamHandler()]`: nobody has given them a format of their own. */
const areMadeThere = (module: PythonModule, handlers: Expression): boolean =>
  (handlers.is === 'list' || handlers.is === 'tuple') &&
  handlers.items.every(
    (item) => item.is === 'call' && /^logging\.(?:handlers\.)?\w+Handler$/.test(nameOf(module, item.callee) ?? ''),
  );

/** `formatters` of `logging.config.dictConfig` */
const ofDicts = (module: PythonModule): PoorPythonFormat[] =>
  module.dicts.flatMap(({ node, ...context }) => {
    const formatters = entryOf(node, 'formatters');
    if (!formatters || !entryOf(node, 'version') || formatters.is !== 'dict') return [];
    return formatters.entries.flatMap(({ value }) => {
      if (value.is !== 'dict' || entryOf(value, '()') || entryOf(value, 'class')) return [];
      const format = entryOf(value, 'format');
      return format && !isForDevelopment(module, context)
        ? timeless(module, format, entryOf(value, 'style'), context)
        : [];
    });
  });

const entryOf = ({ entries }: Is<'dict'>, name: string): Expression | undefined =>
  entries.find(({ key }) => key?.is === 'string' && key.text === name)?.value;

/** `access_log_format` of `gunicorn.conf.py` */
const ofGunicorn = (module: PythonModule): PoorPythonFormat[] =>
  module.assignments.flatMap(({ target, value, scope }) => {
    if (target.is !== 'name' || target.name !== 'access_log_format' || scope.of) return [];
    const format = literalOf(module, value, scope);
    if (typeof format !== 'string') return [];
    const missing = missingInGunicorn(format);
    return missing.length > 0 ? [{ place: value, missing, edits: inFront(module, value, missing) }] : [];
  });

function timeless(
  module: PythonModule,
  format: Expression,
  style: Expression | undefined,
  { scope }: Context,
): PoorPythonFormat[] {
  const text = literalOf(module, format, scope);
  const sign = style ? literalOf(module, style, scope) : '%';
  const added = typeof sign === 'string' ? valueIn(ASCTIME, sign) : undefined;
  if (typeof text !== 'string' || added === undefined || TIME.test(text)) return [];
  return [{ place: format, missing: [added], edits: inFront(module, format, [added]) }];
}

/** Not in JSON, which a field between braces alone would break. */
function inFront({ uri, text }: PythonModule, format: Expression, fields: readonly string[]): Edit[] | undefined {
  if (format.is !== 'string' || /^\s*\{\s*["']/.test(format.text)) return undefined;
  const { prefix, quote } = openingOf(text.slice(format.start, format.end));
  if (quote === '') return undefined;
  const start = format.start + prefix.length + quote.length;
  return [{ uri, start, end: start, newText: `${fields.join(' ')} ` }];
}

/** As the first argument; others of `Formatter` have places of their own. */
function withFormat({ uri, text }: PythonModule, { callee, args }: Is<'call'>, isBasic: boolean): Edit[] | undefined {
  if (!isBasic && args.some(({ name }) => name === undefined)) return undefined;
  const start = text.indexOf('(', callee.end) + 1;
  return [{ uri, start, end: start, newText: `${isBasic ? 'format=' : ''}${WHOLE}${args.length > 0 ? ', ' : ''}` }];
}
