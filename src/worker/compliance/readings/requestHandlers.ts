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
import type { FunctionStatement, Is } from '../documents/python/syntax';
import { once } from '../once';

export interface RequestHandler extends Context {
  node: FunctionStatement;
  /** Upper case; undefined: not told. */
  methods: readonly string[] | undefined;
}

const VERBS = /^(?:get|post|put|patch|delete)$/;
const VIEWS = /(?:^|\.)(?:MethodView|View|Resource|ModelView|BaseView|AdminIndexView)$/;

export const requestHandlers = once((module: PythonModule): RequestHandler[] => {
  const added = addedRoutes(module);
  return module.functions.flatMap((found): RequestHandler[] => {
    const { node, scope } = found;
    const methods = scope.of?.is === 'class' ? methodsOfView(module, found) : undefined;
    if (methods) return [{ ...found, methods }];
    const routes = node.decorators.flatMap((decorator) => (decorator.is === 'call' ? [decorator] : []));
    const routed = [
      ...routes.map((route) => methodsOfRoute(module, route, found)),
      ...(scope.of?.is === 'class' ? [] : (added.get(node.name) ?? [])),
    ].filter((told) => told !== undefined);
    if (routed.length === 0) return [];
    return [{ ...found, methods: routed.includes('unknown') ? undefined : [...new Set(routed.flat())] }];
  });
});

/** `@app.route('/', methods=['POST'])`, `@app.post('/')` */
function methodsOfRoute(module: PythonModule, { callee, args }: Is<'call'>, { scope }: Context) {
  if (callee.is !== 'attribute') return undefined;
  if (VERBS.test(callee.name) && args[0]) return [callee.name.toUpperCase()];
  if (callee.name !== 'route') return undefined;
  return methodsIn(module, args, scope);
}

function methodsIn(module: PythonModule, args: Is<'call'>['args'], scope: Scope) {
  const methods = args.find(({ name }) => name === 'methods')?.value;
  if (!methods) return ['GET'];
  const known = literalOf(module, methods, scope);
  return Array.isArray(known) ? known.map((each) => String(each).toUpperCase()) : 'unknown';
}

/** `app.add_url_rule('/', 'upload', upload, methods=['POST'])`, by the name of the function. */
function addedRoutes(module: PythonModule) {
  const out = new Map<string, ReturnType<typeof methodsIn>[]>();
  for (const { node, scope } of module.calls) {
    if (node.callee.is !== 'attribute' || node.callee.name !== 'add_url_rule') continue;
    const view = argumentOf(node, 'view_func', 2);
    if (view?.is !== 'name') continue;
    out.set(view.name, [...(out.get(view.name) ?? []), methodsIn(module, node.args, scope)]);
  }
  return out;
}

/** `class Upload(MethodView): def post(self)` */
function methodsOfView(module: PythonModule, { node, scope }: Context & { node: FunctionStatement }) {
  const around = scope.of;
  if (around?.is !== 'class' || !around.bases.some(({ value }) => VIEWS.test(nameOf(module, value) ?? '')))
    return undefined;
  return VERBS.test(node.name) ? [node.name.toUpperCase()] : undefined;
}

/** `@app.errorhandler(…)`, with what it handles. */
export const errorHandlerOf = (module: PythonModule, { decorators }: FunctionStatement): Is<'call'> | undefined =>
  decorators.flatMap((decorator) => {
    const isHandler =
      decorator.is === 'call' && /\.(?:app_)?errorhandler$/.test(nameOf(module, decorator.callee) ?? '');
    return isHandler ? [decorator] : [];
  })[0];

/** The handler that a place is in, or in a function of. */
export const handlerAround = (module: PythonModule, context: Context): RequestHandler | undefined => {
  const around = functionsAround(context);
  return around.length === 0 ? undefined : requestHandlers(module).find(({ node }) => around.includes(node));
};
