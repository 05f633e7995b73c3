/** Secrets that stand as text among the settings of a Python web application. */
import { knownOf } from '../documents/python/constant';
import type { Context, PythonModule } from '../documents/python/pythonModule';
import type { Expression } from '../documents/python/syntax';
import { isSecretSetting } from '../model/secretName';
import type { Edit } from '../model/value';
import { isForDevelopment, settingsOf, usesFlask } from './appSettings';

export interface PythonSecret {
  name: string;
  text: string;
  /** The text's own, where it stands there. */
  place: Expression;
  /** Used where a variable of the environment is not set. */
  isDefault: boolean;
  /** Of settings for development and tests. */
  isForDevelopment: boolean;
}

/** Settings, and names in capitals beside an application. */
export function pythonSecrets(module: PythonModule): PythonSecret[] {
  const seen = new Set<Expression>();
  return [...settingsOf(module), ...constantsOf(module)].flatMap(({ key, value, ...context }): PythonSecret[] => {
    const known = seen.has(value) ? undefined : knownOf(module, value, context.scope);
    seen.add(value);
    const text = known?.value;
    if (typeof text !== 'string' || text.trim() === '' || !isSecretSetting(key, text)) return [];
    return [
      {
        name: key,
        text,
        place: value,
        isDefault: known!.isDefault,
        isForDevelopment: isForDevelopment(module, context),
      },
    ];
  });
}

const constantsOf = (module: PythonModule): (Context & { key: string; value: Expression })[] =>
  usesFlask(module)
    ? module.assignments.flatMap(({ target, value, isElement, ...context }) =>
        target.is === 'name' && /^[A-Z][A-Z0-9_]+$/.test(target.name) && !isElement && context.scope.of === undefined
          ? [{ ...context, key: target.name, value }]
          : [],
      )
    : [];

/** The text taken from the environment instead; only where it stands by itself and `os` is at hand. */
export const fromEnvironment = ({ uri, imports }: PythonModule, { name, place }: PythonSecret): Edit[] | undefined =>
  place.is === 'string' && imports.get('os') === 'os'
    ? [{ uri, start: place.start, end: place.end, newText: `os.environ["${name}"]` }]
    : undefined;
