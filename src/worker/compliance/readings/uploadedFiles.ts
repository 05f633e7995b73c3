/** Files that visitors upload, as a Flask application takes them: where they come from and where they go. */
import { literalOf } from '../documents/python/constant';
import { type Context, nameOf, type PythonModule, type Scope } from '../documents/python/pythonModule';
import type { Expression, FunctionStatement, Is } from '../documents/python/syntax';
import { lastAtOrBefore } from '../lastAtOrBefore';
import { once } from '../once';

/** A call that writes a file whose path or content a visitor gives. */
export interface StoredUpload extends Context {
  call: Is<'call'>;
  /** Where it is stored. */
  path: Expression | undefined;
}

const MAX_STEPS = 60;

/**
 * What a name was given last above a place in its function, or above all functions; undefined: not
 * told.
 */
export function givenBefore(module: PythonModule, name: string, scope: Scope, position: number) {
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    if (!at.names.has(name)) continue;
    const given = assignmentsOf(module).get(at)?.get(name);
    if (!given || (at === scope && given.starts[0]! >= position)) return undefined;
    const last = at === scope ? lastAtOrBefore(given.starts, position - 1) : given.starts.length - 1;
    const { value, isElement, statement } = given.all[last]!;
    return { value, scope: at, isElement, position: statement.start };
  }
  return undefined;
}

/** What each name of a scope is given, in the order of the source. */
const assignmentsOf = once((module: PythonModule) => {
  const out = new Map<Scope, Map<string, { starts: number[]; all: PythonModule['assignments'] }>>();
  for (const each of module.assignments) {
    const { target, scope, statement } = each;
    if (target.is !== 'name') continue;
    const names = out.get(scope) ?? new Map();
    out.set(scope, names);
    const given = names.get(target.name) ?? { starts: [], all: [] };
    names.set(target.name, given);
    given.starts.push(statement.start);
    given.all.push(each);
  }
  return out;
});

/** `request.files`, under whatever name. */
export const isFiles = (module: PythonModule, expression: Expression): boolean =>
  /(?:^|\.)request\.files$/.test(nameOf(module, expression) ?? '');

/** `request.files['a']`, `.get('a')`, one of `.getlist('a')`, `form.picture.data`, a name for one of these. */
export function isUpload(module: PythonModule, e: Expression, scope: Scope, steps = MAX_STEPS): boolean {
  if (steps <= 0) return false;
  if (e.is === 'name') {
    const given = givenBefore(module, e.name, scope, e.start);
    if (!given) return false;
    return isUpload(module, given.value, given.scope, steps - 1);
  }
  if (e.is === 'subscript')
    return isFiles(module, e.object) || (e.object.is !== 'name' && isUpload(module, e.object, scope, steps - 1));
  if (e.is === 'call' && e.callee.is === 'attribute')
    return isFiles(module, e.callee.object) && /^(?:get|getlist|values|pop)$/.test(e.callee.name);
  if (e.is === 'attribute')
    return (
      e.name === 'data' &&
      /(?:^|_)(?:file|image|photo|picture|avatar|upload|attachment)s?$/i.test(
        nameOf(module, e.object)?.split('.').at(-1) ?? '',
      )
    );
  return false;
}

const SAVERS = /^(?:save|write_bytes)$/;

/** `upload.save(path)`, `open(path, 'wb')` with the visitor's name in it. */
export const storedUploads = once((module: PythonModule): StoredUpload[] =>
  module.calls.flatMap(({ node, ...context }): StoredUpload[] => {
    const { callee, args } = node;
    const path = args.find(({ name }) => name === undefined || name === 'dst' || name === 'file')?.value;
    if (
      callee.is === 'attribute' &&
      callee.name === 'save' &&
      (isUpload(module, callee.object, context.scope) || (path && clientNameIn(module, path, context.scope)))
    )
      return [{ ...context, call: node, path }];
    if (callee.is === 'attribute' && SAVERS.test(callee.name) && clientNameIn(module, callee.object, context.scope))
      return [{ ...context, call: node, path: callee.object }];
    if (nameOf(module, callee) !== 'open' || !path || !clientNameIn(module, path, context.scope)) return [];
    const mode = node.args[1] && literalOf(module, node.args[1].value, context.scope);
    return typeof mode === 'string' && /[wax]/.test(mode) ? [{ ...context, call: node, path }] : [];
  }),
);

/** Makes a name safe, or another one. */
const SAFE = /secure|safe|sanit|clean|slug|uuid|hash|random|unique|token|generate|basename|splitext/i;
/** Gives the text on as it is. */
const PASSES =
  /^(?:os\.path\.(?:join|normpath|abspath)|str|(?:pathlib\.)?(?:Pure)?Path|lower|upper|strip|format|joinpath|encode|decode|resolve)$/;

/** What else a visitor sends: fields of a form, of the address, of JSON. */
const SENT = /(?:^|\.)request\.(?:form|values|args|json|view_args|get_json)$/;

const isSender = (module: PythonModule, e: Expression): boolean =>
  SENT.test(nameOf(module, e.is === 'call' ? e.callee : e) ?? '');

function isSent(module: PythonModule, e: Expression, scope: Scope): boolean {
  if (isSender(module, e)) return true;
  const given = e.is === 'name' ? givenBefore(module, e.name, scope, e.start) : undefined;
  return given !== undefined && isSender(module, given.value);
}

/** `request.form['name']`, `data.get('name')` */
const isField = (module: PythonModule, e: Expression, scope: Scope): boolean =>
  e.is === 'subscript'
    ? isSent(module, e.object, scope)
    : e.is === 'call' &&
      e.callee.is === 'attribute' &&
      e.callee.name === 'get' &&
      isSent(module, e.callee.object, scope);

/** The part of a path that is the name which the visitor gave, as it came: of the file, or in a field. */
export function clientNameIn(
  module: PythonModule,
  e: Expression,
  scope: Scope,
  steps = MAX_STEPS,
): Expression | undefined {
  if (steps <= 0) return undefined;
  const first = (parts: readonly Expression[], at = scope) => {
    if (parts.length > steps) return undefined;
    for (const part of parts) {
      const found = clientNameIn(module, part, at, Math.floor(steps / Math.max(2, parts.length)));
      if (found) return found;
    }
    return undefined;
  };
  if (isField(module, e, scope)) return e;
  switch (e.is) {
    case 'attribute':
      return e.name === 'filename' && isNamedUpload(module, e.object, scope) ? e : undefined;
    case 'name': {
      const given = givenBefore(module, e.name, scope, e.start);
      return given && !given.isElement ? clientNameIn(module, given.value, given.scope, steps - 1) : undefined;
    }
    case 'binary':
      return /^[+/%]$/.test(e.operator) ? first([e.left, e.right]) : e.operator === 'or' ? first([e.left]) : undefined;
    case 'tuple':
      return first(e.items);
    case 'format':
      return first(e.parts);
    case 'conditional':
      return first([e.then, e.otherwise]);
    case 'call': {
      const name = nameOf(module, e.callee) ?? (e.callee.is === 'attribute' ? e.callee.name : '');
      const method = e.callee.is === 'attribute' ? e.callee.name : name;
      if (SAFE.test(name) || !(PASSES.test(name) || PASSES.test(method)) || e.args.length > steps) return undefined;
      const own = e.callee.is === 'attribute' && nameOf(module, e.callee.object) !== 'os.path' ? [e.callee.object] : [];
      return first([...own, ...e.args.map(({ value }) => value)]);
    }
    default:
      return undefined;
  }
}

/** In a function that is given the file, its name tells. */
const FILE =
  /^(?:file|f|upload|uploaded(?:_file)?|image|img|photo|picture|avatar|storage|file_?storage|file_?obj|doc(?:ument)?|attachment)s?$/i;

const isNamedUpload = (module: PythonModule, e: Expression, scope: Scope): boolean =>
  isUpload(module, e, scope) ||
  (e.is === 'name' && FILE.test(e.name) && savedParameters(module).get(scope)?.has(e.name) === true);

/** Parameters that their function saves. */
const savedParameters = once((module: PythonModule) => {
  const out = new Map<Scope, Set<string>>();
  for (const { node, scope } of module.calls) {
    const { callee } = node;
    if (callee.is !== 'attribute' || callee.name !== 'save' || callee.object.is !== 'name') continue;
    if (scope.of?.is !== 'function' || !paramsOf(scope.of).has(callee.object.name)) continue;
    const names = out.get(scope) ?? new Set();
    out.set(scope, names.add(callee.object.name));
  }
  return out;
});

const paramsOf = once(({ params }: FunctionStatement) => new Set(params));
