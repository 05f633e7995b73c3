/** The functions of a web application that answer requests. */
import { literalOf } from '../documents/python/constant';
import {
  argumentOf,
  type Context,
  functionsAround,
  nameOf,
  type PythonModule,
  type Scope,
} from '../documents/python/pythonModule';
import type { ClassStatement, FunctionStatement, Is } from '../documents/python/syntax';
import { once } from '../once';
import { onceIn } from '../onceIn';

export interface RequestHandler extends Context {
  node: FunctionStatement;
  /** Upper case; undefined: not told. */
  methods: readonly string[] | undefined;
}

const VERBS = /^(?:get|post|put|patch|delete)$/;
const METHODS = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE|CONNECT)$/;
const VIEWS = /(?:^|\.)(?:MethodView|View|Resource|ModelView|BaseView|AdminIndexView)$/;

/** Of a route: what it takes, `UNKNOWN` where that is not told. */
type Methods = ReadonlySet<string>;
const UNKNOWN = 'unknown';

export const requestHandlers = once((module: PythonModule): RequestHandler[] => {
  const added = addedRoutes(module);
  return module.functions.flatMap((found): RequestHandler[] => {
    const { node, scope } = found;
    const methods = scope.of?.is === 'class' ? methodsOfView(module, scope.of, node) : undefined;
    if (methods) return [{ ...found, methods }];
    const routed = new Set(scope.of?.is === 'class' ? [] : added.get(node.name));
    for (const decorator of node.decorators)
      if (decorator.is === 'call') for (const each of methodsOfRoute(module, decorator, found)) routed.add(each);
    if (routed.size === 0) return [];
    return [{ ...found, methods: routed.has(UNKNOWN) ? undefined : [...routed] }];
  });
});

/** `@app.route('/', methods=['POST'])`, `@app.post('/')`; empty for what is no route. */
function methodsOfRoute(module: PythonModule, { callee, args }: Is<'call'>, { scope }: Context): Methods {
  if (callee.is !== 'attribute') return new Set();
  if (VERBS.test(callee.name) && args[0]) return new Set([callee.name.toUpperCase()]);
  return callee.name === 'route' ? methodsIn(module, args, scope) : new Set();
}

function methodsIn(module: PythonModule, args: Is<'call'>['args'], scope: Scope): Methods {
  const methods = args.find(({ name }) => name === 'methods')?.value;
  if (!methods) return new Set(['GET']);
  const known = literalOf(module, methods, scope);
  if (!Array.isArray(known) || known.length === 0) return new Set([UNKNOWN]);
  const names = known.map((each) => String(each).toUpperCase());
  return new Set(names.map((name) => (METHODS.test(name) ? name : UNKNOWN)));
}

/** `app.add_url_rule('/', 'upload', upload, methods=['POST'])`, by the name of the function. */
function addedRoutes(module: PythonModule): Map<string, Methods> {
  const out = new Map<string, Set<string>>();
  for (const { node, scope } of module.calls) {
    if (node.callee.is !== 'attribute' || node.callee.name !== 'add_url_rule') continue;
    const view = argumentOf(node, 'view_func', 2);
    if (view?.is !== 'name') continue;
    const known = out.get(view.name) ?? new Set();
    out.set(view.name, known);
    for (const each of methodsIn(module, node.args, scope)) known.add(each);
  }
  return out;
}

/** `class Upload(MethodView): def post(self)` */
const methodsOfView = (module: PythonModule, around: ClassStatement, { name }: FunctionStatement) =>
  isView(module, around) && VERBS.test(name) ? [name.toUpperCase()] : undefined;

const isView = onceIn((module: PythonModule, { bases }: ClassStatement) =>
  bases.some(({ value }) => VIEWS.test(nameOf(module, value) ?? '')),
);

/** `@app.errorhandler(…)`, with what it handles. */
export const errorHandlerOf = onceIn((module: PythonModule, { decorators }: FunctionStatement) =>
  decorators.find(
    (decorator): decorator is Is<'call'> =>
      decorator.is === 'call' && /\.(?:app_)?errorhandler$/.test(nameOf(module, decorator.callee) ?? ''),
  ),
);

/** Whether a place is in a function that answers requests, or in a function of one. */
export const isInHandler = (module: PythonModule, context: Context): boolean =>
  functionsAround(context).some((each) => handling(module).has(each));

const handling = once((module: PythonModule) => new Set(requestHandlers(module).map(({ node }) => node)));
