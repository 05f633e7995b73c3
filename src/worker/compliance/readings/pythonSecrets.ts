/**
 * Secrets that stand as text among the settings of a Python web application, and in its calls of
 * databases.
 */
import { givenTo, knownOf } from '../documents/python/constant';
import { type Context, nameOf, type PythonModule } from '../documents/python/pythonModule';
import type { Expression } from '../documents/python/syntax';
import { isSecretSetting } from '../model/secretName';
import type { Edit } from '../model/value';
import { once } from '../once';
import { isForDevelopment, settingsOf, usesFlask } from './appSettings';

export interface PythonSecret {
  name: string;
  /** The variable of the environment to take it from. */
  variable: string;
  text: string;
  /** The text's own, where it stands there. */
  place: Expression;
  /** Used where a variable of the environment is not set. */
  isDefault: boolean;
  /** Of settings for development and tests. */
  isForDevelopment: boolean;
}

interface Found extends Context {
  key: string;
  value: Expression;
  /** Undefined: the same as the key. */
  variable?: string;
}

/** Settings, names in capitals beside an application, and what its databases are asked with. */
export const pythonSecrets = once((module: PythonModule): PythonSecret[] => {
  const seen = new Set<Expression>();
  const found: Found[] = [...settingsOf(module), ...constantsOf(module), ...loginsOf(module)];
  return found.flatMap(({ key, value, variable = key, ...context }): PythonSecret[] => {
    const known = seen.has(value) ? undefined : knownOf(module, value, context.scope);
    seen.add(value);
    const text = known?.value;
    if (typeof text !== 'string' || text.trim() === '' || !isSecretSetting(key, text)) return [];
    return [
      {
        name: key,
        variable,
        text,
        place: value,
        isDefault: known!.isDefault,
        isForDevelopment: isForDevelopment(module, context),
      },
    ];
  });
});

const constantsOf = (module: PythonModule): Found[] =>
  usesFlask(module)
    ? module.assignments.flatMap(({ target, value, isElement, ...context }) =>
        target.is === 'name' && /^[A-Z][A-Z0-9_]+$/.test(target.name) && !isElement && context.scope.of === undefined
          ? [{ ...context, key: target.name, value }]
          : [],
      )
    : [];

/** Clients of databases, by the module that they are imported from. */
const CLIENTS =
  /^(?:mysql|pymysql|MySQLdb|mariadb|aiomysql|psycopg2?|asyncpg|oracledb|cx_Oracle|pymssql|clickhouse_driver|pymongo|redis)\./;
const LOGIN = /^(?:password|passwd|pwd)$/;

/** `pymysql.connect(password="…")`, and `**settings` that a dict of the module stands for. */
function loginsOf(module: PythonModule): Found[] {
  if (!usesFlask(module)) return [];
  const spreads = new Set<Expression>();
  return module.calls.flatMap(({ node: { callee, args }, ...context }) => {
    const client = nameOf(module, callee) ?? '';
    if (!CLIENTS.test(client)) return [];
    const variable = client.startsWith('redis.') ? 'REDIS_PASSWORD' : 'DB_PASSWORD';
    const named = args.flatMap(({ name, value, isSpread }): [string | undefined, Expression][] => {
      const spread = isSpread && value.is === 'name' ? givenTo(value.name, context.scope)?.value : undefined;
      if (spread?.is !== 'dict') return [[name, value]];
      if (spreads.has(spread)) return [];
      spreads.add(spread);
      return spread.entries.map((each) => [each.key?.is === 'string' ? each.key.text : undefined, each.value]);
    });
    return named.flatMap(([key, value]) =>
      key !== undefined && LOGIN.test(key) ? [{ ...context, key, value, variable }] : [],
    );
  });
}

/** The text taken from the environment instead; only where it stands by itself and `os` is at hand. */
export const fromEnvironment = (
  { uri, imports }: PythonModule,
  { variable, place }: PythonSecret,
): Edit[] | undefined =>
  place.is === 'string' && imports.get('os') === 'os'
    ? [{ uri, start: place.start, end: place.end, newText: `os.environ["${variable}"]` }]
    : undefined;
