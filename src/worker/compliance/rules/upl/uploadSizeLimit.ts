/** MLPS-UPL-004: what is uploaded has a limit of size, in the application or at the proxy. */
import type { Deployment } from '../../deployment/deployment';
import { literalOf } from '../../documents/python/constant';
import { type PythonModule, placeIn } from '../../documents/python/pythonModule';
import type { Edit } from '../../model/value';
import { isForDevelopment, settingsOf } from '../../readings/appSettings';
import { applicationsMade, asksForSize, takesUploads } from '../../readings/uploadLimits';
import type { Rule, RuleContext } from '../rule';

export const uploadSizeLimit: Rule = {
  id: 'MLPS-UPL-004',
  name: 'upload-size-limit',
  severity: 'warning',
  profile: 'mlps3',
  kinds: ['python'],
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
    upload: { en: 'Uploads are taken here.', 'zh-cn': '此处接受上传。' },
    add: { en: 'Set MAX_CONTENT_LENGTH to 10 MiB', 'zh-cn': '设置 MAX_CONTENT_LENGTH 为 10 MiB' },
  },
  check: {
    deployment(deployment, context) {
      for (const module of deployment.own('python')) if (!module.isExcerpt) judge(module, deployment, context);
    },
  },
};

const LIMIT = 'MAX_CONTENT_LENGTH';

function judge(module: PythonModule, deployment: Deployment, { report, satisfied }: RuleContext): void {
  const set = settingsOf(module).filter((setting) => setting.key === LIMIT && !isForDevelopment(module, setting));
  for (const { value, scope, entry } of set)
    if (literalOf(module, value, scope) === null) report({ place: placeIn(module, entry), message: 'off' });
  const [upload] = takesUploads(module);
  if (set.length > 0 || !upload || asksForSize(module)) return;
  const others = deployment.all('python', /MAX_CONTENT_LENGTH|content_length/).filter((other) => other !== module);
  const other = others.flatMap((each) =>
    settingsOf(each).flatMap((s) => (s.key === LIMIT ? [placeIn(each, s.entry)] : [])),
  )[0];
  const place = placeIn(module, upload);
  if (other) satisfied(place, other);
  if (other || others.some(asksForSize)) return;
  const [made] = applicationsMade(module);
  if (!made) {
    report({ place, message: 'elsewhere', severity: 'info' });
    return;
  }
  const edits = (): Edit[] | undefined => limitAfter(module, made);
  // Settings that cannot be seen may hold it.
  const isSeen = !/\.from_(?:object|pyfile|envvar|file|prefixed_env)\(/.test(module.text);
  report({
    place: placeIn(module, made.call),
    message: isSeen ? 'none' : 'elsewhere',
    severity: isSeen ? undefined : 'info',
    related: [{ place, message: 'upload' }],
    fixes: () => [{ safe: false, title: 'add', edits: edits() }],
  });
}

/** A line of its own behind the one that makes the application. */
function limitAfter(
  { uri, text }: PythonModule,
  { name, statement }: ReturnType<typeof applicationsMade>[number],
): Edit[] {
  const line = text.lastIndexOf('\n', statement.start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(line, statement.start))![0];
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const added = `${end}${indent}${name}.config["${LIMIT}"] = 10 * 1024 * 1024`;
  return [{ uri, start: statement.end, end: statement.end, newText: added }];
}
