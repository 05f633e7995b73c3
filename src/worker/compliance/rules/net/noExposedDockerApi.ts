/** MLPS-NET-013: nobody commands the Docker daemon over the network without a certificate. */
import { dockerdValues, isOn, isOpenHost } from '../../documents/dockerd';
import type { Container } from '../../model/container';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';
import { bindToLoopback } from './bindToLoopback';
import { isOpen } from './isOpen';

const PLAIN = 2375;
const ENCRYPTED = 2376;

export const noExposedDockerApi: Rule = {
  id: 'MLPS-NET-013',
  name: 'no-exposed-docker-api',
  severity: 'error',
  profile: 'recommended',
  kinds: [...CONTAINER_KINDS, 'daemon', 'shell'],
  clauses: ['8.1.4.1 a', '8.1.4.1 c', '8.1.4.4 b', '8.1.4.4 c'],
  highRisk: ['6.4.1.1', '6.4.3.1', '~6.4.1.2', '~6.5.1.1'],
  triggers: ['A-18', 'A-21', '~A-24'],
  rows: [],
  peers: ['CIS 2.7', 'S6473'],
  title: { en: 'Do not open the API of the Docker daemon', 'zh-cn': '不得开放 Docker 守护进程的 API' },
  why: {
    en: 'Whoever speaks to the daemon is root on its host: a container with the root folder mounted is one request away. Port 2375 is searched for all the time. Level 3 asks that whoever logs in is identified, and that what is sent then cannot be read.',
    'zh-cn':
      '能与守护进程通信者即为主机的 root：只需一次请求即可启动挂载根目录的容器。2375 端口一直被扫描器搜索。等保三级要求对登录者进行身份鉴别，并防止鉴别信息被窃听。',
  },
  remedy: {
    en: 'Use the local socket, from afar through `ssh://`. If TCP is needed: `tlsverify` with `tlscacert`, `tlscert` and `tlskey` on port 2376, bound to the inner address, with a firewall rule for the source. `tls` alone encrypts and lets every client in.',
    'zh-cn':
      '请使用本地套接字；远程访问通过 `ssh://`。确需 TCP 时：在 2376 端口启用 `tlsverify` 并配置 `tlscacert`、`tlscert`、`tlskey`，绑定到内网地址，并以防火墙限制来源。仅有 `tls` 时只加密，任何客户端均可连接。',
  },
  messages: {
    plain: {
      en: 'The daemon listens on {address} without asking for a certificate: whoever reaches it is root on the host. Remove it, or set tlsverify.',
      'zh-cn': '守护进程在 {address} 监听且不校验证书：能访问者即为主机的 root。请删除，或设置 tlsverify。',
    },
    encrypted: {
      en: 'The daemon listens on {address} with tls but without tlsverify: it is encrypted, and lets every client in. Set tlsverify.',
      'zh-cn': '守护进程在 {address} 监听，只有 tls 而没有 tlsverify：已加密，但任何客户端均可连接。请设置 tlsverify。',
    },
    published: {
      en: 'Port {port} of the Docker API is published without a check of certificates. Remove it, or bind it to 127.0.0.1.',
      'zh-cn': 'Docker API 的端口 {port} 已发布且不校验证书。请移除，或绑定到 127.0.0.1。',
    },
    remove: { en: 'Remove it (clients over TCP no longer connect)', 'zh-cn': '删除（TCP 客户端将无法连接）' },
    bind: {
      en: 'Bind to 127.0.0.1 (other hosts no longer reach it)',
      'zh-cn': '绑定到 127.0.0.1（其他主机将无法访问）',
    },
  },
  check: {
    dockerd(dockerd, { report }) {
      if (isOn(dockerd, 'tlsverify')) return;
      for (const { value = '', place, remove } of dockerdValues(dockerd, 'hosts')) {
        if (!isOpenHost(value)) continue;
        const fixes = () => [{ safe: false, title: 'remove', edits: remove() }];
        const message = isOn(dockerd, 'tls') ? 'encrypted' : 'plain';
        report({ place, message, data: { address: value }, fixes });
      }
    },
    container(container, context) {
      const { report } = context;
      if (container.networkMode?.known === 'host') return;
      for (const port of container.ports) {
        const known = port.containerPorts.known;
        const number = [PLAIN, ENCRYPTED].find((each) => known && known.first <= each && each <= known.last);
        if (number === undefined || (number === ENCRYPTED && !isWithoutTls(container))) continue;
        if (!isOpen(port, container, context)) continue;
        const fixes = () => [{ safe: false, title: 'bind', edits: bindToLoopback(port, container.writer) }];
        const place = port.long ? port.containerPorts.place : port.entry.place;
        report({ place, message: 'published', data: { port: number }, service: container.name, fixes });
      }
    },
  },
};

/** The images of Docker make certificates of their own unless they are told not to. */
const isWithoutTls = ({ environment }: Container): boolean =>
  environment.some(({ name, value }) => name === 'DOCKER_TLS_CERTDIR' && value?.known === '');
