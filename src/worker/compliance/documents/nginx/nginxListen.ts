/** Where a server of nginx listens (`listen` of ngx_http_core_module). */
import { once } from '../../once';
import type { NginxDirective } from './nginxConfig';
import { type NginxBlock, ownOf } from './nginxSettings';

export interface NginxListen {
  /** Undefined: none is written, which is port 80. */
  directive: NginxDirective | undefined;
  /** Undefined: all addresses, or a socket of the file system. */
  address: string | undefined;
  /** Undefined: a socket of the file system, or a variable hides it. */
  port: number | undefined;
  isSocket: boolean;
  isTls: boolean;
  /** What a request comes to that names no server. */
  isDefault: boolean;
  /** A balancer in front tells the client's address. */
  isProxied: boolean;
}

const IMPLIED: NginxListen = {
  directive: undefined,
  address: undefined,
  port: 80,
  isSocket: false,
  isTls: false,
  isDefault: false,
  isProxied: false,
};

/** Of a server that says nothing: port 80, where all that it holds is in sight. */
export const listensOf = once((server: NginxBlock): readonly NginxListen[] => {
  const isOn = ownOf(server, 'ssl').some(({ words }) => words[0]?.text === 'on');
  const listens = ownOf(server, 'listen').map((directive) => listenOf(directive, isOn));
  return listens.length > 0 || !server.isComplete ? listens : [{ ...IMPLIED, isTls: isOn }];
});

function listenOf(directive: NginxDirective, isOn: boolean): NginxListen {
  const [first = '', ...parameters] = directive.words.map(({ text }) => text);
  const has = (...names: string[]) => parameters.some((p) => names.includes(p.toLowerCase()));
  const isSocket = first.startsWith('unix:');
  const [, written, port] = /^(?:(\[[^\]]*\]|[^:[\]]*):)?(\d+)$/.exec(first) ?? [];
  const isAddress = !isSocket && port === undefined && /^(?:\[[^\]]*\]|[\w.*-]+)$/.test(first);
  const address = isSocket ? undefined : (written ?? (isAddress ? first : undefined));
  return {
    directive,
    address: address === '*' || address === '' ? undefined : address?.replace(/^\[|\]$/g, ''),
    port: port === undefined ? (isAddress ? 80 : undefined) : Number(port),
    isSocket,
    isTls: isOn || has('ssl', 'quic'),
    isDefault: has('default_server', 'default'),
    isProxied: has('proxy_protocol'),
  };
}
