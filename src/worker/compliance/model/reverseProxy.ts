/** A reverse proxy: what it passes the requests of clients on to. */
import type { Place } from './value';

export interface ProxyTarget {
  /** Where it is named. */
  place: Place;
  /** `http` with TLS, too. */
  protocol: 'http' | 'grpc' | 'uwsgi' | 'scgi' | 'fastcgi';
  /** In small letters: a service, a host, an address. Undefined: a socket of the file system. */
  host: string | undefined;
  /** Undefined: a socket, or not known. */
  port: number | undefined;
  isSocket: boolean;
}

export interface ReverseProxy {
  program: 'nginx' | 'caddy' | 'traefik';
  targets: ProxyTarget[];
}
