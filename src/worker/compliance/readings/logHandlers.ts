/** The handlers that a Python program gives its log: by calls, and by `logging.config.dictConfig`. */
import { type Context, nameOf, type PythonModule } from '../documents/python/pythonModule';
import type { Expression, Is, Span } from '../documents/python/syntax';

export interface LogHandler extends Context {
  class: keyof typeof PARAMETERS;
  /** The call, or the entry of the configuration. */
  place: Span;
  options: ReadonlyMap<string, Expression>;
  /** Some options stand where they cannot be seen (`**options`). */
  isPartial: boolean;
}

/** Parameters in their order (logging.handlers, docs.python.org/3/library). */
const PARAMETERS = {
  FileHandler: ['filename', 'mode', 'encoding'],
  RotatingFileHandler: ['filename', 'mode', 'maxBytes', 'backupCount', 'encoding'],
  TimedRotatingFileHandler: ['filename', 'when', 'interval', 'backupCount', 'encoding'],
  SysLogHandler: ['address', 'facility', 'socktype'],
};

const classIn = (name: string | undefined): keyof typeof PARAMETERS | undefined => {
  const last = name?.split('.').at(-1);
  return last !== undefined && Object.hasOwn(PARAMETERS, last) ? (last as keyof typeof PARAMETERS) : undefined;
};

export function logHandlers(module: PythonModule): LogHandler[] {
  return [
    ...module.calls.flatMap(({ node, ...context }): LogHandler[] => {
      const name = classIn(nameOf(module, node.callee));
      return name ? [{ ...context, class: name, place: node, ...optionsOf(node, PARAMETERS[name]) }] : [];
    }),
    ...module.dicts.flatMap(({ node, ...context }): LogHandler[] => {
      const options = new Map<string, Expression>();
      for (const { key, value } of node.entries) if (key?.is === 'string') options.set(key.text, value);
      const named = options.get('class');
      const name = named?.is === 'string' ? classIn(named.text) : undefined;
      const isPartial = node.entries.some(({ key }) => key?.is !== 'string');
      return name ? [{ ...context, class: name, place: node, options, isPartial }] : [];
    }),
  ];
}

function optionsOf({ args }: Is<'call'>, parameters: readonly string[]) {
  const options = new Map<string, Expression>();
  const spread = args.findIndex(({ isSpread }) => isSpread);
  args.forEach(({ name, value, isSpread }, i) => {
    const key = name ?? (spread < 0 || i < spread ? parameters[i] : undefined);
    if (key !== undefined && !isSpread) options.set(key, value);
  });
  return { options, isPartial: spread >= 0 };
}
