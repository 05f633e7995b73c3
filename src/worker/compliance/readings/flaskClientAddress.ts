/** Whether a Flask application behind a proxy knows the address of its client. */
import { givenTo } from '../documents/python/constant';
import { nameOf, type PythonModule, type Scope, within } from '../documents/python/pythonModule';
import type { Expression, Span } from '../documents/python/syntax';
import { usesFlask } from './appSettings';

const LOGS =
  /(?:^|[._])(?:logger|logging|log|_logger|audit)\.(?:debug|info|warning|warn|error|critical|exception|log)$/;
const REMOTE = /(?:^|\.)request\.(?:remote_addr|environ)$/;

/** `ProxyFix(app.wsgi_app)`, and what else reads the headers of a proxy. */
export function readsProxy({ text: written }: PythonModule): boolean {
  // What is imported alone does nothing.
  const text = written.replace(/^[ \t]*(?:from[ \t]+[\w.]+[ \t]+)?import[ \t].*$/gm, '');
  return (
    /\bProxyFix\b|\bXForwardedFor|\bforwarded_allow_ips|ReverseProxied/i.test(text) && !/\bx_for\s*=\s*0\b/.test(text)
  );
}

/** `request.remote_addr` in what is written to the log. */
export const loggedAddresses = (module: PythonModule): Span[] =>
  !usesFlask(module)
    ? []
    : module.calls.flatMap(({ node, scope }) =>
        LOGS.test(nameOf(module, node.callee) ?? '')
          ? node.args.flatMap(({ value }) =>
              within(value, (e) => isRemote(module, e) || (e.is === 'name' && isGivenRemote(module, e.name, scope))),
            )
          : [],
      );

/** `request.remote_addr`, `request.environ['REMOTE_ADDR']` */
const isRemote = (module: PythonModule, e: Expression): boolean =>
  e.is === 'attribute'
    ? e.name === 'remote_addr' && REMOTE.test(nameOf(module, e) ?? '')
    : e.is === 'subscript' &&
      e.index?.is === 'string' &&
      e.index.text === 'REMOTE_ADDR' &&
      REMOTE.test(nameOf(module, e.object) ?? '');

/** `ip = request.remote_addr` */
function isGivenRemote(module: PythonModule, name: string, scope: Scope): boolean {
  const given = givenTo(name, scope);
  return given !== undefined && isRemote(module, given.value);
}

/**
 * `request.headers.get('X-Forwarded-For')`, `request.headers['X-Real-IP']`, `request.access_route[0]`: whoever
 * asks may write it.
 */
export const trustedHeaders = (module: PythonModule): Span[] =>
  !usesFlask(module)
    ? []
    : [
        ...module.calls.flatMap(({ node }) =>
          /(?:^|\.)request\.(?:headers|environ)\.get(?:list)?$/.test(nameOf(module, node.callee) ?? '') &&
          isAddress(node.args[0]?.value)
            ? [node]
            : [],
        ),
        ...module.members.flatMap(({ node }) =>
          node.is === 'subscript' && isTrusted(nameOf(module, node.object) ?? '', node.index) ? [node] : [],
        ),
      ];

const isTrusted = (name: string, index: Expression | undefined): boolean =>
  /(?:^|\.)request\.access_route$/.test(name)
    ? index?.is === 'number' && index.value === 0
    : /(?:^|\.)request\.(?:headers|environ)$/.test(name) && isAddress(index);

const isAddress = (e: Expression | undefined): boolean =>
  e?.is === 'string' && /^(?:HTTP_)?(?:X[-_]FORWARDED[-_]FOR|X[-_]REAL[-_]IP|FORWARDED)$/i.test(e.text);
