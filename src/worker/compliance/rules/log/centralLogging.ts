/** MLPS-LOG-002: logs are also kept somewhere else. */
import { readRsyslog } from '../../documents/logs/rsyslogForwards';
import { fileName, resolveBeside, type WorkspaceFiles } from '../../files';
import type { Container, Logging } from '../../model/container';
import type { Setting } from '../../model/containerWriter';
import { isLogAgent } from '../../model/logAgent';
import type { LogForward } from '../../model/logForward';
import type { LogSettings } from '../../model/logSettings';
import { LOG_CA, remoteLog } from '../../model/remoteLog';
import { once } from '../../once';
import { type Around, daemonsAround } from '../../readings/daemonsAround';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';

const RSYSLOG = 'rsyslog.conf';
/** Configuration of agents: beside the file it says that one runs on the host (fact T29). */
const AGENT_FILES = [
  'vector.toml',
  'vector.yaml',
  'fluent-bit.conf',
  'fluentd.conf',
  'fluent.conf',
  'filebeat.yml',
  'promtail.yml',
  'promtail.yaml',
  'promtail-config.yml',
  'promtail-config.yaml',
  'config.alloy',
  RSYSLOG,
];
/** The files that set up a whole host, and are no part of one. */
const OF_HOST = /^(?:.*[-_])?rsyslog(?:[-_].*)?\.conf$/i;
/** Words by which a file sends records elsewhere. */
const SENDS = /@|\bom(?:fwd|relp|kafka|http|elasticsearch)|\burl\b|\bhosts?\b|endpoint|forward/i;
const INCLUDES = /^[ \t]*(?:\$IncludeConfig\b|include[ \t]*\()/im;
const LOCAL = new Set(['json-file', 'local', 'journald', 'k8s-file']);

export const centralLogging: Rule = {
  id: 'MLPS-LOG-002',
  name: 'central-logging',
  severity: 'warning',
  profile: 'mlps3',
  kinds: [...CONTAINER_KINDS, 'daemon', 'rsyslog', 'shell'],
  clauses: ['8.1.4.3 c', '8.1.5.4 d'],
  highRisk: ['~6.5.1.2'],
  rows: ['C71', 'C92'],
  peers: ['CIS 2.13'],
  hardening: true,
  options: {
    address: {
      default: '',
      description: {
        en: 'Address of the central syslog server, e.g. tcp+tls://logserver.internal:6514; with it the finding has a fix.',
        'zh-cn': '集中 syslog 服务器的地址，如 tcp+tls://logserver.internal:6514；设置后该发现可自动修复。',
      },
    },
  },
  title: { en: 'Collect logs centrally', 'zh-cn': '日志须集中收集' },
  why: {
    en: 'Whoever breaks in deletes the records on that host first. Level 3 asks to collect and analyse audit records of all devices together.',
    'zh-cn': '入侵者首先会删除本机的记录。等保三级要求对分散在各个设备上的审计数据进行收集汇总和集中分析。',
  },
  remedy: {
    en: 'Use a remote driver (`syslog` with `tcp+tls://`, `gelf`, `fluentd`, `loki`), or run an agent that reads the local logs.',
    'zh-cn': '使用远程驱动（`syslog` 配合 `tcp+tls://`、`gelf`、`fluentd`、`loki`），或运行读取本地日志的采集代理。',
  },
  messages: {
    local: {
      en: 'The log of this container stays on its host. Send it to the central log: a remote driver, or an agent.',
      'zh-cn': '该容器的日志只留在本机。请发送到集中日志：使用远程驱动或采集代理。',
    },
    daemon: {
      en: 'The logs of all containers stay on this host. Send them to the central log: a remote driver, or an agent.',
      'zh-cn': '所有容器的日志都只留在本机。请发送到集中日志：使用远程驱动或采集代理。',
    },
    host: {
      en: 'The records of this host stay on it. Send them to the central log, such as with omfwd over TLS.',
      'zh-cn': '本机的日志只留在本机。请转发到集中日志，例如使用基于 TLS 的 omfwd。',
    },
    add: {
      en: 'Send the log to the central server (docker logs shows only a small cache)',
      'zh-cn': '将日志发送到集中服务器（docker logs 只显示少量缓存）',
    },
  },
  check: {
    container(container, context) {
      const { containers, files, option, report, satisfied } = context;
      const { logging, complete, server, name, anchor } = container;
      if (!complete || !server) return;
      const settings = logging ? container : daemonDefault(anchor.uri, context);
      if (!staysHere(settings)) {
        if (!logging && settings?.logging) satisfied(anchor, settings.logging.place);
        return;
      }
      if (hasAgent(containers) || agentBeside(anchor.uri, files)) return;
      const address = option<string>('address');
      const harden = logging ? undefined : { container, settings: address ? [remote(address, name)] : [] };
      report({ place: logging?.place ?? anchor, message: 'local', service: name, harden });
    },
    dockerd(daemon, { files, report }) {
      const own = daemon.logging();
      if (own?.logging.driver && staysHere(own) && !agentBeside(daemon.uri, files))
        report({ place: own.logging.driver.place, message: 'daemon' });
    },
    rsyslog({ forwards, keeps, isServer }, { deployment, files, report, satisfied }) {
      if (!keeps || isServer || forwards.some(leavesHost) || !OF_HOST.test(fileName(keeps.uri))) return;
      const sent = deployment.all('logForward', SENDS).find(leavesHost);
      if (sent) satisfied(keeps, sent.place);
      else if (!agentBeside(keeps.uri, files)) report({ place: keeps, message: 'host' });
    },
  },
};

const leavesHost = ({ isLocal }: LogForward): boolean => !isLocal;

/** No driver, one that writes on this host, or a remote one that is told a socket or this host. */
function staysHere(settings: { logging: Logging | undefined } | undefined): boolean {
  const driver = settings?.logging?.driver;
  return !driver || LOCAL.has(driver.known?.toLowerCase() ?? '') || remoteLog(settings!)?.local === true;
}

/** What sends them elsewhere before what does not. */
function daemonDefault(uri: string, around: Around): LogSettings | undefined {
  const told = daemonsAround(uri, around).flatMap((daemon) => daemon.logging() ?? []);
  return told.find((settings) => !staysHere(settings)) ?? told[0];
}

const hasAgent = once((containers: readonly Container[]) => containers.some(({ image }) => isLogAgent(image)));

const judged = once((_: WorkspaceFiles) => new Map<string, boolean>());

function agentBeside(uri: string, files: WorkspaceFiles): boolean {
  const known = judged(files);
  if (!known.has(uri)) {
    const beside = AGENT_FILES.flatMap((file) => resolveBeside(uri, file) ?? []).filter((other) => other !== uri);
    // All are asked for at once: one that is not loaded yet must hide no other.
    const texts = beside.map((other) => ({ other, text: files.text(other) }));
    known.set(
      uri,
      texts.some(({ other, text }) => text !== null && (text === undefined || sends(other, text, files))),
    );
  }
  return known.get(uri)!;
}

/** Every host may have rsyslog, and most keep what they write. */
const sends = (uri: string, text: string, files: WorkspaceFiles): boolean =>
  fileName(uri) !== RSYSLOG || INCLUDES.test(text) || readRsyslog(uri, text, files).forwards.some(leavesHost);

const remote = (address: string, name: string | undefined): Setting => ({
  kind: 'logging',
  driver: 'syslog',
  options: [
    ['syslog-address', address],
    ...(/^tcp\+tls:/i.test(address) ? [LOG_CA] : []),
    ['mode', 'non-blocking'],
    ['max-buffer-size', '4m'],
    ...(name === undefined ? [] : [['tag', name] as [string, string]]),
  ],
});
