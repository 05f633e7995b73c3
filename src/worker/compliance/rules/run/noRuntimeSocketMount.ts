/** MLPS-RUN-011: the container engine's socket stays outside. */
import { CONTAINER_KINDS } from '../../kinds';
import { parseImageReference } from '../../model/imageReference';
import { normalHostPath } from '../../model/mount';
import type { Rule } from '../rule';

const SOCKET = /(^|\/)(docker|containerd|crio|podman|dockershim|buildkitd|cri-dockerd)\.sock(\.raw)?$/;
const SOCKET_PROXY = /(socket-proxy|docker-proxy|dockerproxy)/;

export const noRuntimeSocketMount: Rule = {
  id: 'MLPS-RUN-011',
  name: 'no-runtime-socket-mount',
  severity: 'error',
  profile: 'recommended',
  kinds: CONTAINER_KINDS,
  clauses: ['~8.1.4.2 d', '~8.1.4.2 e'],
  rows: ['C25'],
  peers: ['CL-0001', 'Docker Socket Mounted In Container', 'exposing-docker-socket-volume', 'dockerd-socket-mount', 'CIS 5.32'],
  title: { en: "Do not mount the engine's socket", 'zh-cn': '不得挂载容器引擎套接字' },
  why: {
    en: 'Who can write to the socket can start a privileged container: it is root on the host. Mounting it read-only changes nothing, since requests are still answered.',
    'zh-cn': '能访问该套接字就能启动特权容器,等同于主机 root。只读挂载没有作用,请求仍会被处理。',
  },
  remedy: {
    en: 'Use a socket proxy that allows only the calls needed, a rootless engine, or an agent outside the container.',
    'zh-cn': '请使用只放行所需调用的套接字代理、rootless 引擎,或容器外的代理程序。',
  },
  messages: {
    socket: {
      en: '{path} gives the container the whole container engine, even read-only. Use a socket proxy or a rootless engine.',
      'zh-cn': '{path} 会把整个容器引擎交给容器,只读也一样。请使用套接字代理或 rootless 引擎。',
    },
    proxy: {
      en: 'This socket proxy holds the whole container engine. Make sure it allows only the calls that are needed and is reachable by nobody else.',
      'zh-cn': '该套接字代理持有整个容器引擎。请确认它只放行所需调用,且其他人无法访问。',
    },
    apiSocket: {
      en: 'use_api_socket gives the container the whole container engine and its credentials. Remove it.',
      'zh-cn': 'use_api_socket 会把整个容器引擎及其凭据交给容器。请移除。',
    },
  },
  check: {
    container({ mounts, apiSocket, image, name }, { report }) {
      const proxy = SOCKET_PROXY.test(parseImageReference(image?.resolved ?? '').path ?? '');
      for (const { source, type, entry } of mounts) {
        const path = source && normalHostPath(source.resolved.replaceAll('\\', '/'));
        if (!path || !(type === 'bind' || type === 'npipe' || type === 'unknown')) continue;
        if (!SOCKET.test(path) && !/docker_engine$/.test(path)) continue;
        report({
          place: entry.place,
          message: proxy ? 'proxy' : 'socket',
          severity: proxy ? 'warning' : undefined,
          data: { path },
          service: name,
        });
      }
      if (apiSocket?.known) report({ place: apiSocket.entry, message: 'apiSocket', service: name });
    },
  },
};
