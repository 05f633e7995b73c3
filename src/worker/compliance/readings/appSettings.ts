/** What an application sets of its configuration, in whatever form: Flask's `app.config` and what fills it. */
import { literalOf } from '../documents/python/constant';
import {
  type Context,
  classAround,
  functionsAround,
  nameOf,
  type PythonModule,
  type Scope,
} from '../documents/python/pythonModule';
import type { ClassStatement, Expression, Span } from '../documents/python/syntax';
import { fileName } from '../files';
import { once } from '../once';
import { onceIn } from '../onceIn';
import { valueIn } from '../valueIn';

export interface AppSetting extends Context {
  key: string;
  value: Expression;
  /** What is set and to what, as one. */
  entry: Span;
  /** Of a class of settings. */
  class: ClassStatement | undefined;
  /** The settings of a framework are not the only ones with such names. */
  isFlask: boolean;
}

/** Attributes of the application that are settings. */
const ATTRIBUTES: Record<string, string> = { secret_key: 'SECRET_KEY', debug: 'DEBUG', testing: 'TESTING' };
const APPLICATION = /(?:^|[._])(?:app|application|current_app|flask|server|webapp|api)$/i;
const KEY = /^[A-Z][A-Z0-9_]+$/;
const SETTINGS_CLASS = /config|settings?$/i;
const SETTINGS_FILE = /(?:^|[._-])(?:config|configuration|conf|settings?)(?:[._-]|$)|^(?:config|settings)/i;

/** In the order of the forms, not of the source. */
export const settingsOf = once((module: PythonModule): AppSetting[] => {
  const out: AppSetting[] = [];
  const add = (context: Context, key: string | undefined, value: Expression, entry: Span, isFlask = true) => {
    if (key !== undefined && KEY.test(key))
      out.push({ ...contextOf(context), key, value, entry, class: classAround(context), isFlask });
  };
  for (const { target, value, statement, isElement, ...context } of module.assignments) {
    if (isElement) continue;
    if (target.is === 'subscript' && isConfig(module, target.object)) {
      const key = target.index && literalOf(module, target.index, context.scope);
      if (typeof key === 'string') add(context, key, value, statement);
    } else if (target.is === 'attribute' && APPLICATION.test(nameOf(module, target.object) ?? ''))
      add(context, valueIn(ATTRIBUTES, target.name), value, statement);
    else if (target.is === 'attribute' && isConfig(module, target.object)) add(context, target.name, value, statement);
    else if (target.is === 'name' && isOfSettings(module, context))
      add(context, target.name, value, statement, usesFlask(module));
  }
  for (const { node, ...context } of module.calls) {
    const { callee, args } = node;
    if (callee.is !== 'attribute' || !isConfig(module, callee.object)) continue;
    if (callee.name === 'setdefault' && args[1] && args[0]?.value.is === 'string')
      add(context, args[0].value.text, args[1].value, node);
    if (callee.name !== 'update' && callee.name !== 'from_mapping') continue;
    for (const argument of args) {
      const { name, value } = argument;
      if (name !== undefined) add(context, name, value, argument);
      else if (value.is === 'dict')
        for (const entry of value.entries)
          if (entry.key?.is === 'string')
            add(context, entry.key.text, entry.value, { start: entry.key.start, end: entry.value.end });
      if (value.is === 'call' && nameOf(module, value.callee) === 'dict')
        for (const each of value.args) if (each.name !== undefined) add(context, each.name, each.value, each);
    }
  }
  return out;
});

const contextOf = ({ scope, conditions, handler }: Context): Context => ({ scope, conditions, handler });

/** `app.config`, `self.app.config`, `current_app.config`, and a name for one of these. */
function isConfig(module: PythonModule, expression: Expression): boolean {
  const name = nameOf(module, expression);
  return name !== undefined && /(?:^|\.)(?:app_?)?config$/.test(name) && (name.includes('.') || usesFlask(module));
}

/** A name in a class of settings, or of a module that holds nothing else. */
function isOfSettings(module: PythonModule, context: Context): boolean {
  const around = classAround(context);
  if (around) return isSettingsClass(module, around);
  return context.scope.of === undefined && (isSettingsFile(module) || readsItself(module));
}

const isSettingsClass = onceIn((module: PythonModule, { name, bases }: ClassStatement) =>
  [name, ...bases.map(({ value }) => nameOf(module, value) ?? '')].some((each) => SETTINGS_CLASS.test(each)),
);

const isSettingsFile = ({ uri }: PythonModule): boolean => SETTINGS_FILE.test(fileName(uri).replace(/\.py$/, ''));

/** `app.config.from_object(__name__)` */
const readsItself = once((module: PythonModule): boolean =>
  module.calls.some(
    ({ node: { callee, args } }) =>
      callee.is === 'attribute' &&
      callee.name === 'from_object' &&
      args[0]?.value.is === 'name' &&
      args[0].value.name === '__name__',
  ),
);

const OF_FLASK = /^\.*(?:flask|werkzeug)(?:[._]|$)/;

/** Whether the module imports Flask or an extension of it. */
export const usesFlask = once((module: PythonModule): boolean =>
  module.imported.some(({ node }) => OF_FLASK.test(node.module)),
);

const DEVELOPMENT =
  /(?:^|[^a-z])(?:dev|devel|develop|development|debug|debugging|test|tests|testing|local|ci)(?:[^a-z]|$)/i;
/** `DevelopmentConfig` → `Development Config` */
const words = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1 $2');

const DEVELOPMENT_FILE = /^(?:dev|debug)/i;

/** Whether code runs for development or tests alone, as the names around it and what it asks say. */
export function isForDevelopment(module: PythonModule, context: Context): boolean {
  if (DEVELOPMENT_FILE.test(fileName(module.uri))) return true;
  const around = classAround(context);
  if (around && isDevelopmentClass(module, around)) return true;
  return isDevelopmentScope(context.scope) || asksForDevelopment(module, context.conditions);
}

/** A class of settings for operation, whatever it is made of. */
export const isProductionClass = ({ name }: ClassStatement): boolean =>
  SETTINGS_CLASS.test(name) && /\bprod(?:uction)?\b/i.test(words(name)) && !DEVELOPMENT.test(words(name));

const isDevelopmentClass = onceIn((module: PythonModule, own: ClassStatement) => {
  const { name, bases } = own;
  if (isProductionClass(own)) return false;
  return [name, ...bases.map(({ value }) => nameOf(module, value) ?? '')].some((each) => DEVELOPMENT.test(words(each)));
});

const isDevelopmentScope = once((scope: Scope) =>
  functionsAround({ scope }).some(({ name }) => DEVELOPMENT.test(name.replaceAll('_', ' '))),
);

/** The conditions are those of a whole block. */
const asksForDevelopment = onceIn((module: PythonModule, conditions: Context['conditions']) =>
  conditions.some(({ test, holds }) => holds && namesDevelopment(module, test)),
);

const namesDevelopment = onceIn(({ text }: PythonModule, { start, end }: Expression) =>
  DEVELOPMENT.test(words(text.slice(start, end)).replaceAll('_', ' ')),
);
