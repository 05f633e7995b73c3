/** MLPS-LOG-007: requests are written down, at the proxy or in the application's server. */
import { rewriteWords } from '../../documents/nginx/nginxEdits';
import type { Script } from '../../documents/shell/script';
import { insertAfter } from '../../documents/shell/wordEdits';
import { isForJobs } from '../../model/filePurpose';
import { placeIn } from '../../model/value';
import { type GunicornCall, ownGunicornCalls } from '../../readings/gunicornCall';
import { silentServers } from '../../readings/silentServer';
import type { Rule } from '../rule';

const LOG = '/var/log/nginx/access.log';
const PROXY = /proxy_pass|uwsgi_pass|reverse_proxy/;

export const accessLogEnabled: Rule = {
  id: 'MLPS-LOG-007',
  name: 'access-log-enabled',
  severity: 'warning',
  profile: 'mlps3',
  kinds: ['nginx', 'shell', 'dockerfile', 'compose'],
  clauses: ['~8.1.3.5 a', '8.1.4.3 a'],
  rows: ['C67'],
  peers: [],
  title: { en: 'Write down every request', 'zh-cn': '须记录访问日志' },
  why: {
    en: "Without an access log nobody can tell later who asked for what. Flask's logger is none: its lines of requests exist in the development server alone, and gunicorn writes none unless told. Level 3 asks that every user and every important act is recorded.",
    'zh-cn':
      '没有访问日志，事后无法得知谁访问了什么。Flask 的 Logger 不是访问日志：请求记录只存在于开发服务器中，gunicorn 默认也不记录。等保三级要求审计覆盖到每个用户，对重要行为进行审计。',
  },
  remedy: {
    en: 'Leave `access_log` of nginx on (it may be off for files and health checks), and start gunicorn with `--access-logfile -`.',
    'zh-cn': '请保持 nginx 的 `access_log` 开启（静态文件和健康检查可关闭），并以 `--access-logfile -` 启动 gunicorn。',
  },
  messages: {
    off: {
      en: 'The requests that are answered here are not written down. Turn the access log on.',
      'zh-cn': '此处的请求不会被记录。请开启访问日志。',
    },
    gunicorn: {
      en: 'gunicorn writes no access log here. Add --access-logfile -.',
      'zh-cn': '此处 gunicorn 不记录访问日志。请添加 --access-logfile -。',
    },
    on: { en: 'Write to {path} (the log grows with every request)', 'zh-cn': '写入 {path}（日志随请求增长）' },
    add: {
      en: 'Add --access-logfile - (the log grows with every request)',
      'zh-cn': '添加 --access-logfile -（日志随请求增长）',
    },
  },
  check: {
    nginx(settings, { report }) {
      for (const directive of silentServers(settings)) {
        const [, ...rest] = directive.words;
        const edits = rest.length > 0 ? undefined : rewriteWords(settings, directive, LOG);
        report({
          place: directive.place,
          message: 'off',
          data: { path: LOG },
          fixes: () => [{ safe: false, title: 'on', edits }],
        });
      }
    },
    deployment(deployment, { files, purpose, report, satisfied }) {
      if (isForJobs(purpose)) return;
      const silent = ownGunicornCalls(deployment, files).filter(({ call }) => call.logsAccess === false);
      if (silent.length === 0) return;
      const [proxy] = deployment.all('proxy', PROXY);
      for (const { script, call } of silent) {
        const place = placeIn(script, call.program);
        // The proxy in front writes them down (fact T29).
        if (proxy) satisfied(place, proxy.targets[0]!.place);
        else
          report({
            place,
            message: 'gunicorn',
            service: script.service,
            fixes: () => [{ safe: false, title: 'add', edits: withLog(script, call) }],
          });
      }
    },
  },
};

/** In the exec form as two more strings; what is written there already is not overruled. */
function withLog(script: Script, { command, program }: GunicornCall) {
  if (command.words.some(({ resolved }) => resolved.startsWith('--access-logfile'))) return undefined;
  const asText = insertAfter(script, command, program, '--access-logfile -');
  if (asText || program.indirect) return asText;
  const { start, end } = placeIn(script, program);
  const isWhole = /["']/.test(script.text[start]!);
  const last = isWhole ? end - 1 : end;
  const quote = script.text[last];
  const isString = (quote === '"' || quote === "'") && script.text[isWhole ? start : start - 1] === quote;
  const newText = `, ${quote}--access-logfile${quote}, ${quote}-${quote}`;
  return isString ? [{ uri: script.uri, start: last + 1, end: last + 1, newText }] : undefined;
}
