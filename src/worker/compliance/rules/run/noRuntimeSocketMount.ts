/** MLPS-RUN-011: no container gives orders to the container engine. */
import { holdsRuntimeSocket, isRuntimePipe, isRuntimeSocket, isSocketProxy } from '../../data/runtimeSockets';
import { environmentOf } from '../../documents/dockerfile/stages';
import type { Container } from '../../model/container';
import { parseImageReference } from '../../model/imageReference';
import type { Mount } from '../../model/mount';
import { hostPathOf, isWithin, normalHostPath } from '../../model/mount';
import { UNKNOWN } from '../../model/value';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';

export const noRuntimeSocketMount: Rule = {
  id: 'MLPS-RUN-011',
  name: 'no-runtime-socket-mount',
  severity: 'error',
  profile: 'recommended',
  kinds: ['dockerfile', ...CONTAINER_KINDS],
  clauses: ['~8.1.4.2 d', '~8.1.4.2 e'],
  highRisk: ['~6.4.2.2'],
  triggers: ['~A-20'],
  rows: ['C25'],
  peers: [
    'CL-0001',
    'Docker Socket Mounted In Container',
    'exposing-docker-socket-volume',
    'dockerd-socket-mount',
    'CIS 5.32',
  ],
  title: { en: 'Do not mount the socket of the container engine', 'zh-cn': '不得挂载容器引擎的套接字' },
  why: {
    en: 'Whoever can write to that socket starts a privileged container with the root directory of the host inside. Mounting it read-only changes nothing: an order is written into a connection, not into the file.',
    'zh-cn': '能够访问该套接字的人可以启动挂载主机根目录的特权容器。只读挂载毫无作用：命令写入的是连接，而不是文件。',
  },
  remedy: {
    en: 'Do without it, give the container the socket of a rootless engine, or put a socket proxy in between that lets through only the calls needed.',
    'zh-cn': '请去除该挂载，或使用 rootless 引擎的套接字，或在中间设置只放行所需调用的套接字代理。',
  },
  messages: {
    socket: {
      en: '{path} gives the container command over the engine, and so over the host; `:ro` does not help. Use a socket proxy, a rootless engine, or none.',
      'zh-cn': '{path} 使容器可以指挥容器引擎，进而控制主机；`:ro` 无济于事。请使用套接字代理、rootless 引擎，或去除。',
    },
    directory: {
      en: '{path} contains the socket of the container engine. Mount only the files below it that are needed.',
      'zh-cn': '{path} 中包含容器引擎的套接字。请只挂载其中需要的文件。',
    },
    proxy: {
      en: 'This socket proxy commands the engine. Let it pass only the calls that are needed, and publish none of its ports.',
      'zh-cn': '该套接字代理可以指挥容器引擎。请只放行所需的调用，且不要发布其端口。',
    },
    api: {
      en: 'use_api_socket gives the container command over the engine, together with the registry passwords. Remove it.',
      'zh-cn': 'use_api_socket 使容器可以指挥容器引擎，并会带入镜像仓库的密码。请移除。',
    },
    image: {
      en: 'This image is made to command the container engine through {path}. Do not build the engine into an application.',
      'zh-cn': '该镜像设计为通过 {path} 指挥容器引擎。请勿让应用依赖容器引擎。',
    },
  },
  check: {
    container(container, { report }) {
      const { mounts, apiSocket, name } = container;
      for (const mount of mounts) {
        const found = socketIn(mount, container);
        if (!found) continue;
        const proxy = isSocketProxy(parseImageReference(container.image?.resolved ?? '').path ?? '');
        report({
          place: mount.source?.place ?? mount.entry.place,
          message: proxy ? 'proxy' : found.message,
          data: { path: found.path },
          severity: proxy ? 'warning' : 'error',
          service: name,
        });
      }
      if (apiSocket?.known === true) report({ place: apiSocket.entry, message: 'api', service: name });
    },
    dockerfile(file, { report }) {
      for (const instruction of file.chain.flatMap((stage) => stage.instructions)) {
        const paths =
          instruction.keyword === 'VOLUME'
            ? (instruction.json ?? instruction.words).map((w) => w.text)
            : instruction.keyword === 'ENV'
              ? environmentOf(instruction).flatMap(([key, value]) =>
                  key === 'DOCKER_HOST' ? [value.replace(/^unix:\/\//, '')] : [],
                )
              : [];
        const path = paths.map((p) => p.replace(/^["']|["']$/g, '')).find((p) => isRuntimeSocket(normalHostPath(p)));
        if (path) report({ place: instruction.place, message: 'image', data: { path }, severity: 'info' });
      }
    },
  },
};

/** By the path on the host, or by where a program in the container looks for the engine. */
function socketIn(mount: Mount, { environment }: Container): Found | undefined {
  const { type, source, target } = mount;
  const ends = [source?.resolved ?? '', target?.resolved ?? ''];
  const pipe = /^(npipe|bind|unknown)$/.test(type) ? ends.find(isRuntimePipe) : undefined;
  if (pipe !== undefined) return { message: 'socket', path: pipe };
  const known = hostPathOf(mount);
  const path = known ?? tailOf(source?.resolved ?? '');
  const ofAUser = known === undefined ? RUNTIME_DIR.test(source?.raw ?? '') : OF_A_USER.test(known);
  if (ofAUser || (path === undefined && type !== 'bind' && type !== 'unknown')) return undefined;
  if (path !== undefined && isRuntimeSocket(path)) return { message: 'socket', path };
  if (path !== undefined && holdsRuntimeSocket(path)) return { message: 'directory', path };
  const inside = target?.known === undefined ? undefined : normalHostPath(target.known);
  if (inside === undefined) return undefined;
  const host = environment.find((e) => e.name === 'DOCKER_HOST')?.value?.known;
  const told = host?.startsWith('unix://') && isWithin(normalHostPath(host.slice('unix://'.length)), inside);
  return told || isRuntimeSocket(inside) ? { message: 'socket', path: path ?? inside } : undefined;
}

interface Found {
  message: 'socket' | 'directory';
  path: string;
}

/** The engine of a user commands no more than the user may. */
const OF_A_USER = /^(?:\/var)?\/run\/user\//;
const RUNTIME_DIR = /XDG_RUNTIME_DIR/;

/** `$DIR/docker.sock`: the name tells enough. */
const tailOf = (source: string): string | undefined =>
  source.startsWith(`${UNKNOWN}/`) ? source.slice(1).replaceAll(UNKNOWN, '?') : undefined;
