/** MLPS-UPL-004: what is uploaded has a limit of size, in the application or at the proxy. */
import type { Deployment } from '../../deployment/deployment';
import type { NginxSettings } from '../../documents/nginx/nginxSettings';
import { literalOf } from '../../documents/python/constant';
import { insertLines } from '../../documents/python/insertLines';
import type { PythonModule } from '../../documents/python/pythonModule';
import { type Place, placeIn } from '../../model/value';
import { isForDevelopment, settingsOf } from '../../readings/appSettings';
import { limitingPass, unlimitedBodies } from '../../readings/bodyLimits';
import { applicationsMade, asksForSize, takesUploads } from '../../readings/uploadLimits';
import type { Rule, RuleContext } from '../rule';

export const uploadSizeLimit: Rule = {
  id: 'MLPS-UPL-004',
  name: 'upload-size-limit',
  severity: 'warning',
  profile: 'mlps3',
  kinds: ['python', 'nginx'],
  clauses: ['8.1.4.4 d'],
  highRisk: ['~6.4.3.3'],
  rows: ['C47'],
  peers: [],
  title: { en: 'Limit the size of uploads', 'zh-cn': '限制上传文件的大小' },
  why: {
    en: 'Without a limit one request fills memory and disk, and then nothing works for anybody. Input is to be checked, its length first of all.',
    'zh-cn': '没有上限时，一个请求就能占满内存和磁盘，使所有人都无法使用。输入应进行有效性检验，首先是长度。',
  },
  remedy: {
    en: "Set `app.config['MAX_CONTENT_LENGTH'] = 10 * 1024 * 1024`, and the proxy's `client_max_body_size` to the same. nginx without that directive lets 1 MiB through; `0` is no limit.",
    'zh-cn':
      "请设置 `app.config['MAX_CONTENT_LENGTH'] = 10 * 1024 * 1024`，代理的 `client_max_body_size` 也设为同样大小。nginx 未写该指令时上限为 1 MiB；`0` 表示不限制。",
  },
  messages: {
    none: {
      en: 'Uploads of any size are taken. Set MAX_CONTENT_LENGTH.',
      'zh-cn': '接受任意大小的上传。请设置 MAX_CONTENT_LENGTH。',
    },
    elsewhere: {
      en: 'No limit of size is in sight for these uploads. Make sure that the application sets MAX_CONTENT_LENGTH.',
      'zh-cn': '未见对此处上传大小的限制。请确认应用设置了 MAX_CONTENT_LENGTH。',
    },
    off: { en: 'None is no limit. Set a number of bytes.', 'zh-cn': 'None 表示不限制。请设置字节数。' },
    unlimited: {
      en: '0 is no limit: nginx stores a body of any size before the application sees it. Write a size.',
      'zh-cn': '0 表示不限制：请求体不论多大，nginx 都会先存储再交给应用。请写明大小。',
    },
    limited: { en: 'The application sets a limit here.', 'zh-cn': '应用在此处设置了上限。' },
    passed: { en: 'The proxy in front has a limit.', 'zh-cn': '前面的代理有上限。' },
    upload: { en: 'Uploads are taken here.', 'zh-cn': '此处接受上传。' },
    write: { en: 'Write 10m (what is larger is refused)', 'zh-cn': '改为 10m（超出的请求将被拒绝）' },
    add: { en: 'Set MAX_CONTENT_LENGTH to 10 MiB', 'zh-cn': '设置 MAX_CONTENT_LENGTH 为 10 MiB' },
  },
  check: {
    deployment(deployment, context) {
      for (const module of deployment.own('python')) if (!module.isExcerpt) judge(module, deployment, context);
      for (const settings of deployment.own('nginx')) judgeProxy(settings, deployment, context);
    },
  },
};

const LIMIT = 'MAX_CONTENT_LENGTH';

/** Without an application of Python in sight, what stands behind may have a limit of its own. */
function judgeProxy(settings: NginxSettings, deployment: Deployment, { report }: RuleContext): void {
  const found = unlimitedBodies(settings);
  if (found.length === 0) return;
  const modules = deployment.all('python', /MAX_CONTENT_LENGTH|request\.files/).filter(({ isExcerpt }) => !isExcerpt);
  const limit = modules.flatMap(limitsSet)[0];
  const upload = modules.flatMap((module) => takesUploads(module).map((each) => placeIn(module, each)))[0];
  const related = limit
    ? [{ place: limit, message: 'limited' }]
    : upload
      ? [{ place: upload, message: 'upload' }]
      : undefined;
  for (const { words, place } of found) {
    const edits = [{ ...words[0]!.place, newText: '10m' }];
    const fixes = () => [{ safe: false, title: 'write', edits }];
    const severity = limit || !upload ? 'info' : undefined;
    report({ place: words[0]?.place ?? place, message: 'unlimited', severity, related, fixes });
  }
}

const limitsSet = (module: PythonModule): Place[] =>
  settingsOf(module).flatMap((setting) =>
    setting.key === LIMIT && literalOf(module, setting.value, setting.scope) !== null
      ? [placeIn(module, setting.entry)]
      : [],
  );

function judge(module: PythonModule, deployment: Deployment, { report, satisfied }: RuleContext): void {
  const set = settingsOf(module).filter((setting) => setting.key === LIMIT && !isForDevelopment(module, setting));
  for (const { value, scope, entry } of set)
    if (literalOf(module, value, scope) === null) report({ place: placeIn(module, entry), message: 'off' });
  const [upload] = takesUploads(module);
  if (set.length > 0 || !upload || asksForSize(module)) return;
  const others = deployment.all('python', /MAX_CONTENT_LENGTH|content_length/).filter((other) => other !== module);
  const other = others.flatMap(limitsSet)[0];
  const place = placeIn(module, upload);
  if (other) satisfied(place, other);
  if (other || others.some(asksForSize)) return;
  const [made] = applicationsMade(module);
  if (!made) {
    report({ place, message: 'elsewhere', severity: 'info' });
    return;
  }
  const line = `${made.name}.config["${LIMIT}"] = 10 * 1024 * 1024`;
  const edits = () => insertLines(module, made.statement, 'behind', [line]);
  // Settings that cannot be seen may hold it.
  const isSeen = !/\.from_(?:object|pyfile|envvar|file|prefixed_env)\(/.test(module.text);
  const proxy = limitingPass(deployment.all('nginx', /_pass/));
  report({
    place: placeIn(module, made.call),
    message: isSeen ? 'none' : 'elsewhere',
    severity: isSeen && !proxy ? undefined : 'info',
    related: [{ place, message: 'upload' }, ...(proxy ? [{ place: proxy, message: 'passed' } as const] : [])],
    fixes: () => [{ safe: false, title: 'add', edits: edits() }],
  });
}
