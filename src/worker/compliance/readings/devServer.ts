/** The server that Flask and Werkzeug bring for development, as Python starts it. */
import { givenTo, knownOf } from '../documents/python/constant';
import { argumentOf, nameOf, type PythonModule } from '../documents/python/pythonModule';
import type { Expression, Is } from '../documents/python/syntax';
import { isForDevelopment, usesFlask } from './appSettings';

const APPLICATION = /(?:^|[._])(?:app|application|flask_?app|server|webapp|api|socketio|sio)$/i;
const MAKES =
  /^(?:flask\.Flask|(?:\w+\.)*(?:create|make|build|get|init)_?app(?:lication)?|(?:\w+\.)*Flask|flask_socketio\.SocketIO)$/;

/** `app.run(…)`, `create_app().run(…)`, `socketio.run(app, …)`, `werkzeug.serving.run_simple(…)`. */
export function isRun(module: PythonModule, { callee }: Is<'call'>): boolean {
  const name = nameOf(module, callee);
  if (name === 'werkzeug.serving.run_simple' || name === 'werkzeug.run_simple') return true;
  if (callee.is !== 'attribute' || callee.name !== 'run') return false;
  return isApplication(module, callee.object);
}

function isApplication(module: PythonModule, expression: Expression): boolean {
  if (expression.is === 'call') return MAKES.test(nameOf(module, expression.callee) ?? '');
  const name = nameOf(module, expression);
  if (name === undefined) return false;
  const given = expression.is === 'name' ? givenTo(expression.name, module.scope)?.value : undefined;
  if (given)
    return (
      given.is === 'call' &&
      (MAKES.test(nameOf(module, given.callee) ?? '') || (usesFlask(module) && APPLICATION.test(name)))
    );
  return usesFlask(module)
    ? APPLICATION.test(name) || APPLICATION.test(name.replace(/^.*\./, ''))
    : /(?:^|\.)(?:app|application|create_app)$/.test(name) && importsApplication(module, name);
}

/** `from app import app`, `from shop.web import create_app`: what serves is made elsewhere. */
const importsApplication = ({ imported }: PythonModule, name: string): boolean =>
  imported.some(
    ({ node }) =>
      node.name !== undefined && name.endsWith(node.name) && !/^(?:celery|typer|cleo|aiohttp|bottle)/.test(node.module),
  );

/** Calls that let others than this machine reach the development server. */
export const publicRuns = (module: PythonModule): Is<'call'>[] =>
  module.calls.flatMap(({ node, ...context }) => {
    if (!isRun(module, node) || isForDevelopment(module, context) || isOfOwnServer(module, node)) return [];
    const position = nameOf(module, node.callee)?.endsWith('run_simple') ? 0 : isOfSocketIo(module, node) ? 1 : 0;
    const host = argumentOf(node, node.args.some(({ name }) => name === 'hostname') ? 'hostname' : 'host', position);
    const known = host && knownOf(module, host, context.scope)?.value;
    return typeof known === 'string' && /^(?:0\.0\.0\.0|::|)$/.test(known) ? [node] : [];
  });

const isOfSocketIo = (module: PythonModule, { callee }: Is<'call'>): boolean =>
  callee.is === 'attribute' && /(?:socketio|sio)$/i.test(nameOf(module, callee.object) ?? '');

/** Flask-SocketIO takes eventlet or gevent where they are installed, and refuses Werkzeug unless told otherwise. */
const isOfOwnServer = (module: PythonModule, call: Is<'call'>): boolean =>
  isOfSocketIo(module, call) && !call.args.some(({ name }) => name === 'allow_unsafe_werkzeug');
