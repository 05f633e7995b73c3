/** The security headers that a Python module adds to its answers (fact T24). */
import { literalOf } from '../documents/python/constant';
import { type Context, nameOf, type PythonModule, type Scope } from '../documents/python/pythonModule';
import type { Expression, Span } from '../documents/python/syntax';
import { isSecurityHeader, type WrittenHeader } from '../model/securityHeader';
import { once } from '../once';

export interface AppHeader extends WrittenHeader {
  place: Span;
  /** What it is set on, `response.headers`, and the statement; of the plain form alone. */
  written?: { on: Span; statement: Span };
}

export interface AppHeaders {
  headers: AppHeader[];
  /** All are set, or nothing tells which: an extension, a loop, a function of another module. */
  isOpen: boolean;
}

const EXTENSION = /talisman|secure_?headers|security_?headers|(?:^|\.)secure(?:\.|$)|flask_csp/i;
const SETTERS = /^(?:set|add|setdefault|append|__setitem__|add_header)$/;

export const appHeadersOf = once((module: PythonModule): AppHeaders => {
  const headers: AppHeader[] = [];
  let isOpen = module.imported.some(({ node }) => EXTENSION.test(`${node.module}.${node.name ?? ''}`));
  const add = (key: Expression, value: Expression, scope: Scope, place: Span, written?: AppHeader['written']) => {
    const name = literalOf(module, key, scope);
    const text = literalOf(module, value, scope);
    if (typeof name === 'string' && isSecurityHeader(name))
      headers.push({ name, value: typeof text === 'string' ? text : undefined, place, written });
    return name !== undefined;
  };
  const addAll = (expression: Expression, { scope }: Context) => {
    if (expression.is !== 'dict') return;
    for (const { key, value } of expression.entries)
      if (key?.is === 'string') add(key, value, scope, { start: key.start, end: value.end });
  };
  for (const { target, value, statement, isElement, ...context } of module.assignments) {
    if (isElement) continue;
    if (target.is === 'subscript' && target.index && isHeaders(module, target.object)) {
      const written = { on: target.object, statement };
      if (!add(target.index, value, context.scope, statement, written)) isOpen = true;
    } else if (/content_security_policy/.test(nameOf(module, target) ?? '')) isOpen = true;
    addAll(value, context);
  }
  for (const { node, ...context } of module.calls) {
    const { callee, args } = node;
    for (const { value } of args) addAll(value, context);
    if (callee.is !== 'attribute') continue;
    // `app.after_request(add_headers)` with a function of another module.
    if (callee.name === 'after_request' && args[0]?.value.is === 'name' && module.imports.has(args[0].value.name))
      isOpen = true;
    if (!isHeaders(module, callee.object)) continue;
    const [key, value] = args;
    if (SETTERS.test(callee.name) && key && value && !add(key.value, value.value, context.scope, node)) isOpen = true;
    if (/^(?:update|extend)$/.test(callee.name) && args.some(({ value: given }) => given.is !== 'dict')) isOpen = true;
  }
  return { headers, isOpen: isOpen && headers.length === 0 };
});

/** Of an answer; those of a request are read, and those of a session are sent to others. */
const isHeaders = (module: PythonModule, expression: Expression): boolean =>
  expression.is === 'attribute' &&
  expression.name === 'headers' &&
  !/(?:^|\.)(?:request|req|session|client|opener)\.headers$/.test(nameOf(module, expression) ?? '');
