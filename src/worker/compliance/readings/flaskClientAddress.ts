/** Whether a Flask application behind a proxy knows the address of its client. */
import { nameOf, type PythonModule, within } from '../documents/python/pythonModule';
import type { Expression, Span } from '../documents/python/syntax';
import { usesFlask } from './appSettings';

const LOGS =
  /(?:^|[._])(?:logger|logging|log|_logger|audit)\.(?:debug|info|warning|warn|error|critical|exception|log)$/;
const REMOTE = /(?:^|\.)request\.(?:remote_addr|environ)$/;

/** `ProxyFix(app.wsgi_app)`, and what else reads the headers of a proxy. */
export const readsProxy = ({ text }: PythonModule): boolean =>
  /\bProxyFix\b|\bXForwardedFor|\bforwarded_allow_ips|ReverseProxied/i.test(text);

/** `request.remote_addr` in what is written to the log. */
export const loggedAddresses = (module: PythonModule): Span[] =>
  !usesFlask(module)
    ? []
    : module.calls.flatMap(({ node }) =>
        LOGS.test(nameOf(module, node.callee) ?? '')
          ? node.args.flatMap(({ value }) => within(value, (e) => isRemote(module, e)))
          : [],
      );

const isRemote = (module: PythonModule, e: Expression): boolean =>
  e.is === 'attribute' && e.name === 'remote_addr' && REMOTE.test(nameOf(module, e) ?? '');

/** `request.headers.get('X-Forwarded-For')`, `request.headers['X-Real-IP']`: whoever asks may write it. */
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
          node.is === 'subscript' &&
          /(?:^|\.)request\.(?:headers|environ)$/.test(nameOf(module, node.object) ?? '') &&
          isAddress(node.index)
            ? [node]
            : [],
        ),
      ];

const isAddress = (e: Expression | undefined): boolean =>
  e?.is === 'string' && /^(?:HTTP_)?(?:X[-_]FORWARDED[-_]FOR|X[-_]REAL[-_]IP|FORWARDED)$/i.test(e.text);
