/** MLPS-LOG-002: logs are also kept somewhere else. */
import { resolveBeside } from '../../files';
import { CONTAINER_KINDS } from '../../kinds';
import { parseImageReference } from '../../model/imageReference';
import { remoteLog } from '../../model/remoteLog';
import type { Rule } from '../rule';

/** Programs that collect what containers write, by the last part of their image's name. */
const AGENT =
  /^(fluent-bit|fluentd|vector|filebeat|promtail|alloy|logstash|syslog-ng|rsyslog|opentelemetry-collector(-contrib)?|logspout)$/;
/** Their configuration beside the file says that one runs on the host (fact T29). */
const AGENT_FILES = [
  'vector.toml',
  'vector.yaml',
  'fluent-bit.conf',
  'fluentd.conf',
  'filebeat.yml',
  'promtail.yml',
  'promtail.yaml',
  'rsyslog.conf',
];
const LOCAL = new Set(['json-file', 'local', 'journald']);

export const centralLogging: Rule = {
  id: 'MLPS-LOG-002',
  name: 'central-logging',
  severity: 'warning',
  profile: 'mlps3',
  kinds: CONTAINER_KINDS,
  clauses: ['8.1.5.4 d', '8.1.4.3 c'],
  rows: ['C71', 'C92'],
  peers: ['CIS 2.13'],
  hardening: true,
  title: { en: 'Collect logs centrally', 'zh-cn': '日志须集中收集' },
  why: {
    en: 'Whoever breaks in deletes the records on that host first. Level 3 asks to collect and analyse audit records of all devices together.',
    'zh-cn': '入侵者首先会删除本机的记录。等保三级要求对分散在各个设备上的审计数据进行收集汇总和集中分析。',
  },
  remedy: {
    en: 'Use a remote driver (`syslog` with `tcp+tls://`, `gelf`, `fluentd`, `loki`), or run an agent that reads the local logs.',
    'zh-cn': '使用远程驱动(`syslog` 配合 `tcp+tls://`、`gelf`、`fluentd`、`loki`),或运行读取本地日志的采集代理。',
  },
  messages: {
    local: {
      en: 'The log of this container stays on its host. Send it to the central log: a remote driver, or an agent.',
      'zh-cn': '该容器的日志只留在本机。请发送到集中日志:使用远程驱动或采集代理。',
    },
  },
  check: {
    container(container, { containers, files, report }) {
      const { logging, complete, server, name, anchor } = container;
      if (!complete || !server) return;
      const driver = logging?.driver;
      const remote = remoteLog(container);
      const isLocal = !driver || (driver.known !== undefined && LOCAL.has(driver.known.toLowerCase())) || remote?.local === true;
      if (
        !isLocal ||
        containers.some(({ image }) => image && AGENT.test(parseImageReference(image.resolved).path?.split('/').at(-1) ?? ''))
      )
        return;
      const beside = AGENT_FILES.map((file) => resolveBeside(anchor.uri, file)).map((uri) => (uri === undefined ? null : files.text(uri)));
      if (beside.some((text) => text !== null)) return;
      report({ place: logging?.place ?? anchor, message: 'local', service: name });
    },
  },
};
