/** Where a web application in Python switches its debugger on. */
import { isTrue, knownOf } from '../documents/python/constant';
import { argumentOf, type Context, nameOf, type PythonModule } from '../documents/python/pythonModule';
import type { Expression, Is, Span } from '../documents/python/syntax';
import { type AppSetting, isForDevelopment, settingsOf, usesFlask } from './appSettings';
import { switchesDebugOn } from './debugVariables';
import { isRun } from './devServer';

export interface DebugMode extends Context {
  place: Span;
  /** What holds where a variable of the environment is not set. */
  isDefault: boolean;
  /** The value that switches it on, where it stands there by itself. */
  value: Expression | undefined;
  /** Nothing says that the settings are Flask's. */
  isForeign: boolean;
  /** Of `app.run(…)`: another server runs the application without it. */
  call: Is<'call'> | undefined;
}

export function debugModes(module: PythonModule): DebugMode[] {
  const settings = settingsOf(module);
  return [...settings.flatMap((setting) => ofSetting(module, setting, settings)), ...ofCalls(module)].filter(
    (mode) => !isForDevelopment(module, mode),
  );
}

function ofSetting(module: PythonModule, setting: AppSetting, all: readonly AppSetting[]): DebugMode[] {
  const { key, value, entry, scope, isFlask } = setting;
  const known = knownOf(module, value, scope);
  if (!known) return [];
  const isOn =
    key === 'DEBUG' ? isSwitch(known.value) && isTrue(known.value) : key === 'ENV' && known.value === 'development';
  const isOfTests = all.some(
    (other) => other.key === 'TESTING' && other.scope === scope && knownOf(module, other.value, scope)?.value === true,
  );
  if (!isOn || isOfTests || isOverridden(module, setting, all)) return [];
  return [
    {
      ...setting,
      place: entry,
      isDefault: known.isDefault,
      value: value.is === 'boolean' ? value : undefined,
      isForeign: !isFlask && !isAmongFlasks(all),
      call: undefined,
    },
  ];
}

const isSwitch = (value: unknown): boolean =>
  typeof value === 'boolean' ||
  typeof value === 'number' ||
  (typeof value === 'string' && !/^(?:|0|false|no|off)$/i.test(value));

/** Settings that Flask and its extensions alone know. */
const OF_FLASK =
  /^(?:MAX_CONTENT_LENGTH|SQLALCHEMY_\w+|WTF_\w+|PROPAGATE_EXCEPTIONS|JSON_AS_ASCII|SEND_FILE_MAX_AGE_DEFAULT|FLASK_\w+)$/;
const isAmongFlasks = (all: readonly AppSetting[]): boolean => all.some(({ key }) => OF_FLASK.test(key));

/** A class that others are made of: one for operation says otherwise. */
function isOverridden(module: PythonModule, { class: own, key }: AppSetting, all: readonly AppSetting[]): boolean {
  if (!own) return false;
  return all.some(
    (other) =>
      other.key === key &&
      other.class?.bases.some(({ value }) => nameOf(module, value) === own.name) &&
      /prod/i.test(other.class.name) &&
      knownOf(module, other.value, other.scope)?.value === false,
  );
}

function ofCalls(module: PythonModule): DebugMode[] {
  return module.calls
    .flatMap(({ node, ...context }): DebugMode[] => {
      const mode = (place: Span, value: Expression): DebugMode[] => {
        const known = knownOf(module, value, context.scope);
        if (!known || !isSwitch(known.value) || !isTrue(known.value)) return [];
        const own = value.is === 'boolean' || value.is === 'number' ? value : undefined;
        return [{ ...context, place, isDefault: known.isDefault, value: own, isForeign: false, call: node }];
      };
      if (isRun(module, node)) {
        const named = node.args.find(({ name }) => name === 'debug' || name === 'use_debugger');
        const third = named ? undefined : argumentOf(node, 'debug', 2);
        return named ? mode(named, named.value) : third ? mode(third, third) : [];
      }
      return [];
    })
    .concat(ofEnvironment(module));
}

/** `os.environ['FLASK_DEBUG'] = '1'`, `os.environ.setdefault('FLASK_ENV', 'development')` */
function ofEnvironment(module: PythonModule): DebugMode[] {
  if (!usesFlask(module)) return [];
  const mode = (context: Context, place: Span, name: Expression | undefined, value: Expression): DebugMode[] =>
    name?.is === 'string' && value.is === 'string' && switchesDebugOn(name.text, value.text)
      ? [{ ...context, place, isDefault: false, value: undefined, isForeign: false, call: undefined }]
      : [];
  return [
    ...module.assignments.flatMap(({ target, value, statement, ...context }) =>
      target.is === 'subscript' && nameOf(module, target.object) === 'os.environ'
        ? mode(context, statement, target.index, value)
        : [],
    ),
    ...module.calls.flatMap(({ node, ...context }) =>
      nameOf(module, node.callee) === 'os.environ.setdefault' && node.args[1]
        ? mode(context, node, node.args[0]?.value, node.args[1].value)
        : [],
    ),
  ];
}
