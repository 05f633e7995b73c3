/**
 * What expressions come to, as far as the source tells: literals, arithmetic, names that are given
 * once, and the defaults of environment variables (facts T3 and T24).
 */
import { once } from '../../once';
import { onceIn } from '../../onceIn';
import { nameOf, type PythonModule, type Scope } from './pythonModule';
import type { Expression, Is } from './syntax';

export type Constant = string | number | boolean | null | Constant[];

export interface Known {
  value: Constant;
  /** The default of a variable of the environment, which may be set to something else. */
  isDefault: boolean;
}

const MAX_STEPS = 300;
const MAX_CHARACTERS = 64_000;

/** Reads a variable of the environment: its name and its default are the first two arguments. */
const ENVIRONMENT = /^(?:os\.environ\.get|os\.getenv|environ\.get|getenv|os\.environ\.setdefault)$/;
/** Libraries that also turn the text into what it says: `env.bool('DEBUG', False)`, `config('DEBUG', default=False)`. */
const TYPED_ENVIRONMENT = /^(?:env|environ|config|decouple\.config|environs\.\w+)(?:\.(?:bool|int|str|list|url|get))?$/;

/** Undefined: unknown. */
export const knownOf = (module: PythonModule, expression: Expression, scope: Scope): Known | undefined =>
  knownIn(module)(scope, expression);

const knownIn = once((module: PythonModule) =>
  onceIn((scope: Scope, expression: Expression): Known | undefined => {
    const reading = { steps: MAX_STEPS, isDefault: false };
    const value = evaluate(module, expression, scope, reading);
    return value === undefined ? undefined : { value, isDefault: reading.isDefault };
  }),
);

/** The same of what the environment does not decide. */
export function literalOf(module: PythonModule, expression: Expression, scope: Scope): Constant | undefined {
  const known = knownOf(module, expression, scope);
  return known?.isDefault ? undefined : known?.value;
}

/** The one expression that a name is given where it is used; undefined for several and for none. */
export function givenTo(name: string, scope: Scope): { value: Expression; scope: Scope } | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    // The names of a class are not seen in its functions.
    if (at.of?.is === 'class' && at !== scope) continue;
    const values = at.names.get(name);
    if (values) return values.length === 1 && values[0] ? { value: values[0], scope: at } : undefined;
  }
  return undefined;
}

export const isTrue = (value: Constant): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));

interface Reading {
  steps: number;
  isDefault: boolean;
}

function evaluate(module: PythonModule, e: Expression, scope: Scope, reading: Reading): Constant | undefined {
  if (reading.steps-- <= 0) return undefined;
  const read = (each: Expression) => evaluate(module, each, scope, reading);
  switch (e.is) {
    case 'string':
      return e.text;
    case 'number':
      return Number.isNaN(e.value) ? undefined : e.value;
    case 'boolean':
      return e.value;
    case 'none':
      return null;
    case 'list':
    case 'tuple':
    case 'set': {
      if (e.items.length > reading.steps) return undefined;
      const items = e.items.map(read);
      return items.includes(undefined) ? undefined : (items as Constant[]);
    }
    case 'name': {
      const given = givenTo(e.name, scope);
      return given && evaluate(module, given.value, given.scope, reading);
    }
    case 'unary': {
      const operand = read(e.operand);
      if (operand === undefined) return undefined;
      if (e.operator === 'not') return !isTrue(operand);
      return e.operator === '-' && typeof operand === 'number' ? -operand : undefined;
    }
    case 'binary':
      return combine(e, read);
    case 'conditional': {
      const test = read(e.test);
      return test === undefined ? undefined : read(isTrue(test) ? e.then : e.otherwise);
    }
    case 'call':
      return callOf(module, e, read, reading);
    default:
      return undefined;
  }
}

function combine({ operator, left, right }: Is<'binary'>, read: (e: Expression) => Constant | undefined) {
  const a = read(left);
  if (operator === 'or' || operator === 'and') {
    // Whatever is in front, `os.getenv('A') or 'b'` comes to its default.
    if (a === undefined) return undefined;
    return isTrue(a) === (operator === 'or') ? a : read(right);
  }
  const b = read(right);
  if (a === undefined || b === undefined) return undefined;
  if (typeof a === 'number' && typeof b === 'number') return arithmetic(operator, a, b);
  if (operator === '+' && typeof a === 'string' && typeof b === 'string')
    return a.length + b.length > MAX_CHARACTERS ? undefined : a + b;
  if (operator === '==' || operator === 'is') return Array.isArray(a) || Array.isArray(b) ? undefined : a === b;
  if (operator === '!=' || operator === 'is not') return Array.isArray(a) || Array.isArray(b) ? undefined : a !== b;
  if (operator === 'in' || operator === 'not in') {
    const isIn = Array.isArray(b)
      ? b.includes(a)
      : typeof a === 'string' && typeof b === 'string'
        ? b.includes(a)
        : undefined;
    return isIn === undefined ? undefined : isIn === (operator === 'in');
  }
  return undefined;
}

function arithmetic(operator: string, a: number, b: number): number | boolean | undefined {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '**':
      return a ** b;
    case '/':
      return a / b;
    case '//':
      return Math.floor(a / b);
    case '%':
      return a - b * Math.floor(a / b);
    case '<<':
      return a * 2 ** b;
    case '==':
      return a === b;
    case '!=':
      return a !== b;
    default:
      return undefined;
  }
}

/** Texts that programs take for true. */
const YES = /^(?:1|true|yes|y|on|t)$/i;

function callOf(
  module: PythonModule,
  call: Is<'call'>,
  read: (e: Expression) => Constant | undefined,
  reading: Reading,
): Constant | undefined {
  const name = nameOf(module, call.callee);
  const [first, second] = call.args.filter((argument) => argument.name === undefined && !argument.isSpread);
  const fallback = call.args.find((argument) => argument.name === 'default')?.value ?? second?.value;
  if (
    name !== undefined &&
    (ENVIRONMENT.test(name) || (TYPED_ENVIRONMENT.test(name) && first?.value.is === 'string'))
  ) {
    reading.isDefault = true;
    return fallback ? read(fallback) : null;
  }
  if (call.callee.is === 'attribute' && call.args.length === 0) {
    const text = read(call.callee.object);
    if (typeof text !== 'string') return undefined;
    const method = call.callee.name;
    return method === 'lower' || method === 'casefold'
      ? text.toLowerCase()
      : method === 'upper'
        ? text.toUpperCase()
        : method === 'strip'
          ? text.trim()
          : undefined;
  }
  const value = first && call.args.length === 1 ? read(first.value) : undefined;
  if (value === undefined || name === undefined) return undefined;
  if (name === 'bool') return isTrue(value);
  if (name === 'str') return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  if (name === 'int' || name === 'float') return Number.isNaN(Number(value)) ? undefined : Number(value);
  if (/(?:^|\.)_?(?:strtobool|str2bool|str_to_bool|to_bool|asbool|parse_bool|as_bool|env_bool)$/.test(name))
    return typeof value === 'string' ? YES.test(value) : isTrue(value);
  return /^(?:set|frozenset|list|tuple)$/.test(name) && Array.isArray(value) ? value : undefined;
}
