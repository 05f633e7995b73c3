/** Where a web application in Python switches its debugger on. */
import { isTrue, knownOf } from '../documents/python/constant';
import { argumentOf, type Context, nameOf, type PythonModule } from '../documents/python/pythonModule';
import type { ClassStatement, Expression, Is, Span } from '../documents/python/syntax';
import { once } from '../once';
import { type AppSetting, isForDevelopment, settingsOf, usesFlask } from './appSettings';
import { switchesDebugOn } from './debugVariables';
import { isRun } from './devServer';
import { productionSettings } from './productionSettings';
import { isOfTests } from './testSettings';

export interface DebugMode extends Context {
  place: Span;
  /** What holds where a variable of the environment is not set. */
  isDefault: boolean;
  /** The value that switches it on, where it stands there by itself. */
  value: Expression | undefined;
  /** Nothing says that the settings are Flask's. */
  isForeign: boolean;
  /** A class of settings for operation has it. */
  isForOperation?: boolean;
  /** Of `app.run(…)`: another server runs the application without it. */
  call: Is<'call'> | undefined;
}

export function debugModes(module: PythonModule): DebugMode[] {
  const ofSettings = settingsOf(module).flatMap((setting) => ofSetting(module, setting));
  return [...ofSettings, ...ofCalls(module), ...ofEnvironment(module)].filter(
    (mode) => mode.isForOperation || !isForDevelopment(module, mode),
  );
}

function ofSetting(module: PythonModule, setting: AppSetting): DebugMode[] {
  const { key, value, entry, scope, isFlask } = setting;
  const known = knownOf(module, value, scope);
  if (!known) return [];
  const isOn =
    key === 'DEBUG' ? isSwitch(known.value) && isTrue(known.value) : key === 'ENV' && known.value === 'development';
  const isForOperation = productionSettings(module).has(setting);
  if (!isOn || (!isForOperation && (isOfTests(module, setting) || isOverridden(module, setting)))) return [];
  return [
    {
      ...setting,
      place: entry,
      isDefault: known.isDefault,
      value: value.is === 'boolean' ? value : undefined,
      isForeign: !isForOperation && !isFlask && !isAmongFlasks(module),
      isForOperation,
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
const isAmongFlasks = once((module: PythonModule) => settingsOf(module).some(({ key }) => OF_FLASK.test(key)));

/** A class that others are made of: one for operation says otherwise. */
const isOverridden = (module: PythonModule, { class: own, key }: AppSetting): boolean =>
  own !== undefined && switchedOff(module).get(key)?.has(own.name) === true;

/** Classes whose settings one for operation switches off, by key. */
const switchedOff = once((module: PythonModule) => {
  const by = new Map<string, Set<ClassStatement>>();
  for (const { key, value, scope, class: own } of settingsOf(module)) {
    if (!/^(?:DEBUG|ENV)$/.test(key) || !own || !/prod/i.test(own.name)) continue;
    if (knownOf(module, value, scope)?.value === false) by.set(key, (by.get(key) ?? new Set()).add(own));
  }
  return new Map(
    [...by].map(([key, classes]) => [
      key,
      new Set([...classes].flatMap(({ bases }) => bases.map(({ value }) => nameOf(module, value)))),
    ]),
  );
});

/** `app.run(debug=True)` */
const ofCalls = (module: PythonModule): DebugMode[] =>
  module.calls.flatMap(({ node, ...context }): DebugMode[] => {
    if (!isRun(module, node)) return [];
    const named = node.args.find(({ name }) => name === 'debug' || name === 'use_debugger');
    const value = named?.value ?? argumentOf(node, 'debug', 2);
    const known = value && knownOf(module, value, context.scope);
    if (!known || !isSwitch(known.value) || !isTrue(known.value)) return [];
    const own = value.is === 'boolean' || value.is === 'number' ? value : undefined;
    const place = named ?? value;
    return [{ ...context, place, isDefault: known.isDefault, value: own, isForeign: false, call: node }];
  });

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
