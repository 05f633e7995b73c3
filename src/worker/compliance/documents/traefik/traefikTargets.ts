/** What Traefik passes requests on to, as a file of routes says. */
import type { ProxyTarget } from '../../model/reverseProxy';
import type { TraefikConfig } from './traefikConfig';

const SERVER = /^http\.services\.[^.]+\.loadbalancer\.servers\.url$/;

export const traefikTargets = ({ settings }: TraefikConfig): ProxyTarget[] =>
  settings.flatMap(({ path, value, place }): ProxyTarget[] => {
    const [, scheme, host, port] =
      (SERVER.test(path) && /^(https?|h2c):\/\/(\[[^\]]*\]|[\w.-]+)(?::(\d{1,5}))?(?:\/|$)/i.exec(value)) || [];
    if (host === undefined) return [];
    const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
    const standard = scheme?.toLowerCase() === 'https' ? 443 : 80;
    return [{ place, protocol: 'http', host: bare, port: Number(port ?? standard), isSocket: false }];
  });
