/** How many proxies an application believes about the address of the client, and how many there are. */
import type { Deployment } from '../deployment/deployment';
import { enclosing } from '../documents/nginx/nginxSettings';
import type { NginxPass } from '../documents/nginx/nginxTargets';
import { nameOf, type PythonModule } from '../documents/python/pythonModule';
import type { WorkspaceFiles } from '../files';
import { type Place, placeIn } from '../model/value';
import { ownPasses } from './clientAddress';
import { isNginxContainer, isProxyContainer } from './proxyContainer';
import { isBehindTls } from './servedPlainly';

export interface TrustedHops {
  /** Of the call. */
  place: Place;
  /** So many of the last values of `X-Forwarded-For` are the proxies' own. */
  hops: number;
}

/** `ProxyFix(app.wsgi_app, x_for=1)`, as far as the file tells the number. */
export const trustedHops = (module: PythonModule): TrustedHops[] =>
  module.calls.flatMap(({ node }) => {
    const isFix = /(?:^|\.)ProxyFix$/.test(nameOf(module, node.callee) ?? '');
    if (!isFix || node.args.some(({ isSpread }) => isSpread)) return [];
    const unnamed = node.args.filter(({ name }) => name === undefined);
    const given = node.args.find(({ name }) => name === 'x_for') ?? unnamed[1];
    // Werkzeug believes one where nothing is written.
    const hops = given === undefined ? 1 : given.value.is === 'number' ? given.value.value : 0;
    return hops > 0 ? [{ place: placeIn(module, node), hops }] : [];
  });

export interface FrontProxies {
  /** To applications, in all files. */
  passes: readonly NginxPass[];
  /** Servers that pass requests on, and proxies of other sorts. */
  count: number;
  /** All that clients talk to is nginx, and no file says that somebody stands in front. */
  isNginxAlone: boolean;
}

export function frontProxies(deployment: Deployment, files: WorkspaceFiles): FrontProxies {
  const passes = deployment.all('nginx', /proxy_pass/).flatMap(ownPasses);
  const servers = new Set(passes.flatMap(({ block }) => enclosing(block, 'server') ?? []));
  const others = otherProxies(deployment, files);
  return {
    passes,
    count: servers.size + others,
    isNginxAlone: others === 0 && servers.size > 0 && ![...servers].some(isBehindTls),
  };
}

/** How many proxies there are beside nginx. */
export const otherProxies = (deployment: Deployment, files: WorkspaceFiles): number =>
  deployment.all('traefik', /./).length +
  deployment.all('caddy', /./).length +
  deployment
    .all('container', /image|build|docker/)
    .filter((each) => isProxyContainer(each, files) && !isNginxContainer(each, files)).length;
