/** MLPS-RUN-022: what a container only reads is mounted read-only. */
import { withoutEnd } from '../../../text/withoutEnd';
import { isDevelopmentFile } from '../../model/developmentFile';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';
import { mountReadOnly } from './mountReadOnly';

const CONFIGURATION_FILE = /\.(conf|cnf|cfg|ini|toml|ya?ml|json|properties|xml|tmpl|tpl|j2|crt|cer|pem|key|p12|pfx)$/i;
const CONFIGURATION_FOLDER =
  /(^|\/)(nginx|conf|confs|conf\.d|config|configs|cert|certs|certificates|ssl|tls|templates|secrets)$/i;
/** Written to on purpose. */
const DATA = /(^|[/_.-])(data|db|lib|logs?|uploads?|storage|cache|tmp|run|backups?|letsencrypt|acme)([/_.-]|$)/i;
/** Nothing but a program's settings, whatever its name says. */
const SETTINGS_FILE = /\.(conf|cnf|cfg|ini|toml|crt|cer)$/i;
/** Where images of the linuxserver family and home automation keep their state. */
const DATA_TARGET = /^\/config\/?$/;
/** Scripts that images run when they start. */
const STARTUP_TARGET = /^\/docker-entrypoint(?:-\w+)?\.d(?:\/|$)/;
const SOURCE_TREE = /^\.{1,2}\/?$|^\.\/(src|app|source|code)\/?$/;

export const noNeedlessWritableMount: Rule = {
  id: 'MLPS-RUN-022',
  name: 'no-needless-writable-mount',
  severity: 'info',
  profile: 'mlps3',
  kinds: CONTAINER_KINDS,
  clauses: ['~8.1.4.2 f', '~8.1.4.7 b'],
  rows: ['C36'],
  peers: [],
  title: { en: 'Mount configuration read-only', 'zh-cn': '配置须只读挂载' },
  why: {
    en: 'A program that is taken over can change what is mounted writable: its own configuration, certificates and code on the host.',
    'zh-cn': '程序一旦被攻破，就能修改可写挂载的内容：主机上的配置、证书和代码。',
  },
  remedy: {
    en: 'Write `:ro` behind configuration, certificates and templates, and bake sources into the image. Logs, uploads and data stay writable.',
    'zh-cn': '配置、证书和模板挂载请加 `:ro`，源代码应打入镜像。日志、上传和数据保持可写。',
  },
  messages: {
    configuration: {
      en: '{source} is mounted writable, but only read. Add :ro.',
      'zh-cn': '{source} 只被读取，却以可写方式挂载。请添加 :ro。',
    },
    sources: {
      en: 'The source folder {source} is mounted into the container, writable. Copy it into the image; for reading only, add :ro.',
      'zh-cn': '源代码目录 {source} 以可写方式挂载到容器。请打入镜像；只需读取时请添加 :ro。',
    },
    readOnly: {
      en: 'Mount it read-only (the container can no longer write there)',
      'zh-cn': '改为只读挂载（容器将无法写入）',
    },
  },
  check: {
    container({ mounts, name, development, writer }, { report }) {
      for (const mount of mounts) {
        const { type, source, entry, readOnly, viaVolume } = mount;
        if (
          type !== 'bind' ||
          readOnly !== false ||
          !source?.known ||
          viaVolume ||
          development ||
          isDevelopmentFile(entry.place.uri)
        )
          continue;
        const kind = kindOf(source.known, mount.target?.resolved ?? '');
        if (!kind) continue;
        const fixes = () => [{ safe: false, title: 'readOnly', edits: mountReadOnly(mount, writer) }];
        report({ place: entry.place, message: kind, data: { source: source.known }, service: name, fixes });
      }
    },
  },
};

function kindOf(source: string, target: string): 'configuration' | 'sources' | undefined {
  const folder = source.slice(0, source.lastIndexOf('/') + 1);
  if (STARTUP_TARGET.test(target)) return 'configuration';
  if (source.endsWith('.sock') || DATA.test(SETTINGS_FILE.test(source) ? folder : source) || DATA_TARGET.test(target))
    return undefined;
  if (CONFIGURATION_FILE.test(source) || CONFIGURATION_FOLDER.test(withoutEnd(source, '/'))) return 'configuration';
  return SOURCE_TREE.test(source) && /^\/(app|src|srv|code|usr\/src|opt|workspace|var\/www)/.test(target)
    ? 'sources'
    : undefined;
}
