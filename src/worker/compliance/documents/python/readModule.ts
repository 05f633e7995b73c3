/**
 * Reads Python: any text, never throws, in time linear in its length. What is damaged is left out;
 * the rest is there.
 */
import { type Context, type PythonModule, partsOf, type Scope } from './pythonModule';
import { readStatements } from './readStatements';
import type { ClassStatement, Expression, FunctionStatement, Span, Statement } from './syntax';
import { readTree } from './syntaxTree';

/** @param isExcerpt a page shows it: what it lacks may stand elsewhere */
export function readModule(uri: string, text: string, isExcerpt = false): PythonModule {
  const body = readStatements(readTree(text), text, 0);
  const imports = new Map<string, string>();
  const module: PythonModule = {
    uri,
    text,
    isExcerpt,
    scope: { of: undefined, parent: undefined, names: new Map() },
    body,
    imports,
    imported: [],
    calls: [],
    members: [],
    dicts: [],
    binaries: [],
    strings: [],
    assignments: [],
    functions: [],
    returns: [],
    tries: [],
    tests: [],
  };
  const walk = walker(module, imports);
  walk(body, { scope: module.scope, conditions: [], handler: undefined });
  return module;
}

function walker(module: PythonModule, imports: Map<string, string>) {
  const look = (expression: Expression, context: Context): void => {
    if (expression.is === 'call') module.calls.push({ ...context, node: expression });
    else if (expression.is === 'attribute' || expression.is === 'subscript')
      module.members.push({ ...context, node: expression });
    else if (expression.is === 'dict') module.dicts.push({ ...context, node: expression });
    else if (expression.is === 'binary') module.binaries.push({ ...context, node: expression });
    else if (expression.is === 'string') module.strings.push({ ...context, node: expression });
    for (const part of partsOf(expression)) look(part, context);
  };
  const ask = (node: Expression, context: Context): void => {
    module.tests.push({ ...context, node });
    look(node, context);
  };
  const assign = (target: Expression, value: Expression, isElement: boolean, statement: Span, context: Context) => {
    module.assignments.push({ ...context, target, value, isElement, statement });
    if (target.is === 'name') give(context.scope, target.name, isElement ? undefined : value);
    else if (target.is === 'tuple' || target.is === 'list')
      for (const each of target.items) forget(each, context.scope);
    look(target, context);
  };
  const define = (node: FunctionStatement | ClassStatement, context: Context) => {
    for (const decorator of node.decorators) look(decorator, context);
    give(context.scope, node.name, undefined);
    const scope: Scope = { of: node, parent: context.scope, names: new Map() };
    if (node.is === 'function') for (const name of node.params) give(scope, name, undefined);
    else for (const { value } of node.bases) look(value, context);
    walk(node.body, { scope, conditions: node.is === 'function' ? [] : context.conditions, handler: undefined });
  };
  const visit = (statement: Statement, context: Context): void => {
    const { scope, conditions } = context;
    switch (statement.is) {
      case 'assign':
        for (const target of statement.targets) assign(target, statement.value, false, statement, context);
        look(statement.value, context);
        return;
      case 'update':
        forget(statement.target, scope);
        look(statement.target, context);
        if (statement.value) look(statement.value, context);
        return;
      case 'expression':
        if (statement.value.is !== 'string') look(statement.value, context);
        return;
      case 'import':
        for (const node of statement.names) {
          const whole = node.name === undefined ? undefined : `${node.module}${node.module.endsWith('.') ? '' : '.'}`;
          const isPackage = whole === undefined && node.as === node.module.split('.')[0];
          imports.set(node.as, whole === undefined ? (isPackage ? node.as : node.module) : `${whole}${node.name}`);
          module.imported.push({ ...context, node });
        }
        return;
      case 'return':
        if (!statement.value) return;
        module.returns.push({ ...context, node: statement.value });
        look(statement.value, context);
        return;
      case 'if': {
        const before: { test: Expression; holds: boolean }[] = [];
        for (const { test, body } of statement.branches) {
          if (test) ask(test, context);
          const asked = test ? [...before, { test, holds: true }] : before;
          walk(body, { ...context, conditions: [...conditions, ...asked] });
          // Of many branches the last ones are told no more than these.
          if (test && before.length < 20) before.push({ test, holds: false });
        }
        return;
      }
      case 'try':
        module.tries.push({ ...context, node: statement });
        walk(statement.body, context);
        for (const node of statement.handlers) {
          if (node.type) look(node.type, context);
          if (node.name !== undefined) give(scope, node.name, undefined);
          walk(node.body, { ...context, handler: node });
        }
        walk(statement.rest, context);
        return;
      case 'block':
        for (const { target, value, isElement } of statement.bindings)
          assign(target, value, isElement, statement, context);
        for (const part of statement.parts) ask(part, context);
        walk(statement.body, context);
        return;
      case 'function':
        module.functions.push({ ...context, node: statement });
        define(statement, context);
        return;
      case 'class':
        define(statement, context);
        return;
      case 'other':
        for (const part of statement.parts) ask(part, context);
    }
  };
  const walk = (body: readonly Statement[], context: Context): void => {
    for (const statement of body) visit(statement, context);
  };
  return walk;
}

function give({ names }: Scope, name: string, value: Expression | undefined): void {
  const before = names.get(name);
  if (before) before.push(value);
  else names.set(name, [value]);
}

function forget(target: Expression, scope: Scope): void {
  if (target.is === 'name') give(scope, target.name, undefined);
  else if (target.is === 'tuple' || target.is === 'list') for (const each of target.items) forget(each, scope);
}
