/** What `lint` and `rules` say in help and on stderr, in both languages. */
import type { Locale } from '../worker/protocol/finding';

export const lintHelp: Record<Locale, string> = {
  en: `qr-code-master lint PATH… [options]

Checks deployment files against MLPS level 3 (GB/T 22239-2019). A folder is searched for them; - reads standard input.
In a folder, scripts, Makefiles, Jenkinsfiles, units and Markdown count if they speak of containers;
a file that is named is always checked.

  --profile PROFILE     recommended (default, or what the configuration says) or mlps3
  --config FILE         instead of the nearest .qrcodemaster.yaml above each file, up to its repository
  --format FORMAT       text (default), json, sarif, junit, markdown, html or github (annotations)
  --fix                 apply fixes that keep the behaviour
  --fix-unsafe          apply all fixes, also those that change the behaviour
  --fail-on SEVERITY    exit 1 from this severity on: error (default), warning, info, hint or never
  --stdin-filename F    the name that - is judged by
  --no-config           do not look for a configuration
  --no-inline-suppressions   comments in files suppress nothing
  --lang en|zh-CN       the language
  --no-group            every missing setting of a container by itself (always so in formats for machines)

Exit code: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage or an unreadable file.
`,
  'zh-cn': `qr-code-master lint 路径… [选项]

按等保三级（GB/T 22239-2019）检查部署文件。目录会被搜索；- 表示标准输入。
目录中的脚本、Makefile、Jenkinsfile、systemd 单元和 Markdown 仅在内容涉及容器时检查；直接指定的文件总会检查。

  --profile 配置档      recommended（默认，或由配置文件决定）或 mlps3
  --config 文件         代替各文件上级最近的 .qrcodemaster.yaml（最高到其仓库顶层）
  --format 格式         text（默认）、json、sarif、junit、markdown、html 或 github（注释）
  --fix                 应用不改变行为的修复
  --fix-unsafe          应用全部修复，包括改变行为的
  --fail-on 级别        达到该级别时退出码为 1：error（默认）、warning、info、hint 或 never
  --stdin-filename 名称 以此文件名判断 - 的内容
  --no-config           不查找配置文件
  --no-inline-suppressions   忽略文件中的抑制注释
  --lang en|zh-CN       语言
  --no-group            逐条列出容器缺失的设置（供程序读取的格式始终如此）

退出码：0 没有达到 --fail-on 的发现，1 有发现，2 用法错误或文件无法读取。
`,
};

export const rulesHelp: Record<Locale, string> = {
  en: 'qr-code-master rules [ID] [--format text|json]\n\nLists every rule, or shows the page of one by id or name.\n',
  'zh-cn': 'qr-code-master rules [编号] [--format text|json]\n\n列出所有规则，或按编号、名称显示某条规则的说明。\n',
};

const sentences = {
  noPath: {
    en: 'Name at least one file or folder, or - for standard input. See --help.',
    'zh-cn': '请至少指定一个文件或目录，或用 - 表示标准输入。参见 --help。',
  },
  badValue: { en: '{option} does not take "{value}". It takes: {choices}.', 'zh-cn': '{option} 不接受 "{value}"。可用：{choices}。' },
  undecoded: {
    en: '{path}: the encoding is not known: only what is ASCII was judged, and the file is never rewritten. Save it as UTF-8.',
    'zh-cn': '{path}：编码未知：只检查了 ASCII 部分，且不会改写该文件。请另存为 UTF-8。',
  },
  unknownKind: {
    en: '{path}: not a deployment file this version knows, so nothing was checked. For standard input give --stdin-filename.',
    'zh-cn': '{path}：不是此版本支持的部署文件，未作检查。标准输入请指定 --stdin-filename。',
  },
  ignored: {
    en: '{path}: not checked, since {config} says to ignore it.',
    'zh-cn': '{path}：{config} 要求忽略该文件，未检查。',
  },
  foreignConfig: {
    en: '{path}: not used, since it belongs to another user. Name it with --config if you trust it.',
    'zh-cn': '{path}：属于其他用户，未采用。如果信任它，请用 --config 指定。',
  },
  noFiles: { en: 'No deployment files were found.', 'zh-cn': '没有找到部署文件。' },
  noRule: {
    en: 'There is no rule "{id}". `qr-code-master rules` lists them all.',
    'zh-cn': '没有规则 "{id}"。`qr-code-master rules` 会列出全部规则。',
  },
  fixedOne: { en: '{path}: 1 fix applied', 'zh-cn': '{path}：已应用 1 个修复' },
  fixed: { en: '{path}: {count} fixes applied', 'zh-cn': '{path}：已应用 {count} 个修复' },
} as const;

export function sayLint(key: keyof typeof sentences, locale: Locale, data: Record<string, string | number> = {}): string {
  return sentences[key][locale].replace(/\{(\w+)\}/g, (whole, name: string) => String(data[name] ?? whole));
}
