/**
 * A Python module as rules ask for it: what is called, assigned, defined and returned, each with
 * where that is.
 */
import { once } from '../../once';
import type {
  ClassStatement,
  Expression,
  FunctionStatement,
  Handler,
  ImportedName,
  Is,
  Span,
  Statement,
} from './syntax';

/** The names of a module, a class or a function. */
export interface Scope {
  /** Undefined: the module itself. */
  of: FunctionStatement | ClassStatement | undefined;
  parent: Scope | undefined;
  /** What a name is given, one after the other; undefined where no expression tells. */
  names: Map<string, (Expression | undefined)[]>;
}

export interface Context {
  scope: Scope;
  /** What was asked before this runs, outermost first, and whether it is so here. */
  conditions: readonly { test: Expression; holds: boolean }[];
  /** The handler of exceptions that this is in, innermost. */
  handler: Handler | undefined;
}

type Found<T> = Context & { node: T };

export interface PythonModule {
  uri: string;
  text: string;
  /** Of a document for people: what it lacks may stand elsewhere (fact T10). */
  isExcerpt: boolean;
  scope: Scope;
  body: Statement[];
  /** What a name stands for: `F` → `flask.Flask`, `np` → `numpy`. */
  imports: ReadonlyMap<string, string>;
  imported: Found<ImportedName>[];
  calls: Found<Is<'call'>>[];
  /** `a.b` and `a[b]`, inner ones too. */
  members: Found<Is<'attribute'> | Is<'subscript'>>[];
  dicts: Found<Is<'dict'>>[];
  binaries: Found<Is<'binary'>>[];
  /** Texts that are used: not those that stand by themselves, which explain. */
  strings: Found<Is<'string'>>[];
  assignments: (Context & { target: Expression; value: Expression; isElement: boolean; statement: Span })[];
  functions: Found<FunctionStatement>[];
  returns: Found<Expression>[];
  tries: Found<Extract<Statement, { is: 'try' }>>[];
  /** What `if`, `while` and `assert` ask; other statements' expressions, too. */
  tests: Found<Expression>[];
}

/**
 * The dotted name of an expression with imports filled in (`F` → `flask.Flask`, `app.config`);
 * undefined for anything but names.
 */
export function nameOf({ imports }: PythonModule, expression: Expression): string | undefined {
  const parts: string[] = [];
  let at = expression;
  for (; at.is === 'attribute'; at = at.object) parts.unshift(at.name);
  if (at.is !== 'name') return undefined;
  return [imports.get(at.name) ?? at.name, ...parts].join('.');
}

/** `b` of `a.b` and of `f().b`, `a` of a bare name; empty for anything else. */
export const lastName = (e: Expression): string => (e.is === 'attribute' || e.is === 'name' ? e.name : '');

/** The functions that a place is in, innermost first. */
export const functionsAround = ({ scope }: { scope: Scope }): readonly FunctionStatement[] => functionsOf(scope);

const functionsOf = once((scope: Scope): FunctionStatement[] => {
  const out: FunctionStatement[] = [];
  for (let at: Scope | undefined = scope; at; at = at.parent) if (at.of?.is === 'function') out.push(at.of);
  return out;
});

/** The class whose body a place is in, not in a function of it. */
export const classAround = ({ scope: { of } }: { scope: Scope }): ClassStatement | undefined =>
  of?.is === 'class' ? of : undefined;

/** The argument of a name, else the one at that position; undefined behind `*args`. */
export function argumentOf({ args }: Is<'call'>, name: string, position?: number): Expression | undefined {
  const named = args.find((argument) => argument.name === name);
  if (named || position === undefined) return named?.value;
  const spread = args.findIndex(({ isSpread }) => isSpread);
  const { name: other, value } = args[position] ?? {};
  return other === undefined && (spread < 0 || spread > position) ? value : undefined;
}

/** The expressions right below one. */
export function partsOf(expression: Expression): Expression[] {
  switch (expression.is) {
    case 'attribute':
      return [expression.object];
    case 'subscript':
      return expression.index ? [expression.object, expression.index] : [expression.object];
    case 'call':
      return [expression.callee, ...expression.args.map(({ value }) => value)];
    case 'list':
    case 'tuple':
    case 'set':
      return expression.items;
    case 'dict':
      return expression.entries.flatMap(({ key, value }) => (key ? [key, value] : [value]));
    case 'binary':
      return [expression.left, expression.right];
    case 'unary':
      return [expression.operand];
    case 'conditional':
      return [expression.test, expression.then, expression.otherwise];
    case 'format':
    case 'other':
      return expression.parts;
    default:
      return [];
  }
}

/** Whether a test holds for an expression or one below it; asked no further than that. */
export function holdsWithin(expression: Expression, holds: (each: Expression) => boolean): boolean {
  const open = [expression];
  for (let each = open.pop(); each; each = open.pop()) {
    if (holds(each)) return true;
    const parts = partsOf(each);
    for (let i = parts.length - 1; i >= 0; i--) open.push(parts[i]!);
  }
  return false;
}

/** An expression and all below it that a test holds for, outer ones first. */
export function within(expression: Expression, holds: (each: Expression) => boolean): Expression[] {
  const out: Expression[] = [];
  holdsWithin(expression, (each) => {
    if (holds(each)) out.push(each);
    return false;
  });
  return out;
}
