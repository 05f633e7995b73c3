/** MLPS-LOG-008: a record tells when, from where, who and with what result. */

import { daemonLogging } from '../../documents/daemonJson';
import type { NginxSettings } from '../../documents/nginx/nginxSettings';
import type { Script } from '../../documents/shell/script';
import { isForJobs } from '../../model/filePurpose';
import { type LogSettings, logSettingsOf } from '../../model/logSettings';
import { logOption } from '../../model/remoteLog';
import { type Edit, type Place, placeIn } from '../../model/value';
import { ownGunicornCalls } from '../../readings/gunicornCall';
import { missingInGunicorn } from '../../readings/gunicornFormat';
import { claimedAddresses, FIELD_VARIABLE, type PoorFormat, poorFormats } from '../../readings/logFormat';
import { poorPythonFormats } from '../../readings/pythonLogFormat';
import { otherProxies } from '../../readings/trustedHops';
import type { Report, Rule } from '../rule';

const TAG: [string, string] = ['tag', '{{.Name}}'];
/** Drivers whose records name no container by themselves. */
const NAMELESS = new Set(['json-file', 'syslog']);
const NAMING = ['tag', 'labels', 'labels-regex', 'env', 'env-regex'];

export const logRecordFields: Rule = {
  id: 'MLPS-LOG-008',
  name: 'log-record-fields',
  severity: 'info',
  profile: 'mlps3',
  kinds: ['nginx', 'python', 'shell', 'dockerfile', 'compose', 'daemon'],
  clauses: ['~8.1.3.5 b', '8.1.4.3 b'],
  rows: ['C17', 'C73'],
  peers: [],
  title: { en: 'Record time, source, user and result', 'zh-cn': '日志须包含时间、来源、用户和结果' },
  why: {
    en: 'A record that does not say when, from where, by whom and with what result proves nothing later. Level 3 asks for date and time, user, kind of event and its success in each.',
    'zh-cn':
      '未写明时间、来源、用户和结果的记录事后无法作为依据。等保三级要求审计记录包括事件的日期和时间、用户、事件类型、事件是否成功等信息。',
  },
  remedy: {
    en: 'Put `$time_iso8601 $remote_addr $remote_user $status` into the format (the predefined `combined` has them all; what the client sent in `X-Forwarded-For` may stand beside the address, not in place of it), and `%(asctime)s` into the formats of `logging` in Python. For containers set the log option `tag`, so that a record names its source.',
    'zh-cn':
      '日志格式中应有 `$time_iso8601 $remote_addr $remote_user $status`（预定义的 `combined` 均已包含；客户端发来的 `X-Forwarded-For` 只可作为补充，不可代替地址），Python `logging` 的格式中应有 `%(asctime)s`。容器请设置日志选项 `tag`，使记录写明来源。',
  },
  messages: {
    fields: {
      en: 'Records of this format lack {fields}. Add what is missing.',
      'zh-cn': '此格式的记录缺少 {fields}。请补充。',
    },
    claimed: {
      en: 'The only address in records of this format is {variable}, which the client writes itself. Add $remote_addr; behind another proxy name that with set_real_ip_from.',
      'zh-cn':
        '此格式的记录中唯一的地址是 {variable}，由客户端自己填写。请添加 $remote_addr；若前面还有代理，请用 set_real_ip_from 写明其地址。',
    },
    tag: {
      en: 'Records do not name the container that they come from. Set the option tag.',
      'zh-cn': '记录中没有来源容器的名称。请设置选项 tag。',
    },
    add: {
      en: 'Add {fields} (whoever reads the log must know the new field)',
      'zh-cn': '添加 {fields}（日志的读取方须适配新字段）',
    },
    name: { en: 'Set tag to the name of the container', 'zh-cn': '将 tag 设为容器名称' },
  },
  check: {
    nginx(settings, { deployment, files, report }) {
      for (const poor of poorFormats(settings)) {
        const fields = poor.missing.map((field) => FIELD_VARIABLE[field]).join(' ');
        report({
          place: poor.directive.words[0]!.place,
          message: 'fields',
          rows: ['C17'],
          data: { fields },
          fixes: () => [{ safe: false, title: 'add', edits: withFields(settings, poor) }],
        });
      }
      const claimed = claimedAddresses(settings);
      if (claimed.length === 0 || otherProxies(deployment, files) > 0) return;
      for (const { directive, variable } of claimed) {
        const poor: PoorFormat = { directive, missing: ['source'] };
        report({
          place: directive.words[0]!.place,
          message: 'claimed',
          rows: ['C17'],
          data: { variable, fields: FIELD_VARIABLE.source },
          fixes: () => [{ safe: false, title: 'add', edits: withFields(settings, poor) }],
        });
      }
    },
    python(module, { report }) {
      for (const { place, missing, edits } of poorPythonFormats(module)) {
        const data = { fields: missing.join(' ') };
        const fixes = () => [{ safe: false, title: 'add', edits }];
        report({ place: placeIn(module, place), message: 'fields', rows: ['C17'], data, fixes });
      }
    },
    deployment(deployment, { files, purpose, report }) {
      if (isForJobs(purpose)) return;
      for (const { script, call } of ownGunicornCalls(deployment, files)) {
        const format = call.format?.known;
        const missing = format === undefined ? [] : missingInGunicorn(format);
        if (missing.length === 0) continue;
        const place = placeIn(script, call.format!);
        const edits = () => inFront(script, place, missing);
        report({
          place,
          message: 'fields',
          rows: ['C17'],
          data: { fields: missing.join(' ') },
          service: script.service,
          fixes: () => [{ safe: false, title: 'add', edits: edits() }],
        });
      }
    },
    container(container, { report }) {
      const settings = logSettingsOf(container);
      if (settings && settings.engine !== 'podman') judge(settings, report);
    },
    daemon(settings, { report }) {
      const own = daemonLogging(settings);
      if (own) judge(own, report);
    },
  },
};

function judge(settings: LogSettings, report: (report: Report) => void): void {
  const { logging, name: service } = settings;
  const driver = logging.driver ? logging.driver.known : 'json-file';
  if (driver === undefined || !NAMELESS.has(driver) || NAMING.some((option) => logOption(settings, option))) return;
  const edits = () => settings.addOptions([TAG]);
  report({
    place: logging.place,
    message: 'tag',
    rows: ['C73'],
    service,
    fixes: () => [{ safe: false, title: 'name', edits: edits() }],
  });
}

/** Behind the quote that the format begins with, as a shell or the exec form writes it. */
function inFront({ text, uri }: Script, { start, end }: Place, missing: readonly string[]): Edit[] | undefined {
  const head = /^["']?(?:--access-logformat=)?["']?/.exec(text.slice(start, end))![0];
  const at = start + head.length;
  // One that nothing closes is no beginning of a format.
  const quote = head.replace(/[^"']/g, '').at(-1);
  if (quote === undefined || !text.slice(at, end).includes(quote)) return undefined;
  return [{ uri, start: at, end: at, newText: missing.map((field) => `${field} `).join('') }];
}

/** At the end of the format; within the braces, where it is JSON. */
function withFields({ uri, text }: NginxSettings, { directive, missing }: PoorFormat): Edit[] | undefined {
  const last = directive.words.at(-1)!;
  if (directive.place.uri !== uri || !last.isQuoted || !directive.isClosed) return undefined;
  const { start, end } = last.place;
  const isJson = directive.words
    .slice(1)
    .find(({ text: word }) => !word.startsWith('escape='))
    ?.text.trimStart()
    .startsWith('{');
  if (!isJson) {
    const newText = missing.map((field) => ` ${FIELD_VARIABLE[field]}`).join('');
    return [{ uri, start: end, end, newText }];
  }
  const brace = text.slice(start, end).lastIndexOf('}');
  const quote = text[last.start] === '"' ? '\\"' : '"';
  const newText = missing
    .map((field) => `,${quote}${FIELD_VARIABLE[field].slice(1)}${quote}:${quote}${FIELD_VARIABLE[field]}${quote}`)
    .join('');
  return brace < 0 ? undefined : [{ uri, start: start + brace, end: start + brace, newText }];
}
