/** What `lint` and `rules` say on stderr, in both languages. */
import { fill } from '../worker/protocol/fill';
import type { Locale } from '../worker/protocol/finding';

const sentences = {
  noPath: {
    en: 'Name at least one file or folder, or - for standard input. See --help.',
    'zh-cn': '请至少指定一个文件或目录，或用 - 表示标准输入。参见 --help。',
  },
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
  gitIgnored: {
    en: 'Left out because git ignores them: {count} (--check-ignored checks them, too).',
    'zh-cn': '因被 git 忽略而未检查的文件数：{count}（使用 --check-ignored 可一并检查）。',
  },
  oneBaseline: {
    en: '--baseline does not go with --write-baseline or --no-baseline: compare with one, or write one.',
    'zh-cn': '--baseline 不能与 --write-baseline 或 --no-baseline 同时使用：请选择对照基线或写入基线。',
  },
  baselineWritten: {
    en: '{path}: written, findings: {count}. They are shown from now on and fail nothing; name the file with --baseline or in the configuration.',
    'zh-cn': '{path}：已写入 {count} 项发现。今后它们照常显示但不算失败；请用 --baseline 或在配置文件中指定该文件。',
  },
  otherProfile: {
    en: '{path}: written in the profile {profiles}, and files are checked in {profile}. What only one of them looks for cannot be compared.',
    'zh-cn': '{path}：写入时的配置档为 {profiles}，现按 {profile} 检查。仅其中之一检查的内容无法对照。',
  },
  stale: {
    en: '{path}: {count} of its findings are no longer there. Write it again with --write-baseline, so that they fail if they come back.',
    'zh-cn': '{path}：其中 {count} 项发现已消失。请用 --write-baseline 重新写入，以便再次出现时算作失败。',
  },
  noFiles: { en: 'No deployment files were found.', 'zh-cn': '没有找到部署文件。' },
  noRule: {
    en: 'There is no rule "{id}". `qr-code-master rules` lists them all.',
    'zh-cn': '没有规则 "{id}"。`qr-code-master rules` 会列出全部规则。',
  },
  fixedOne: { en: '{path}: 1 fix applied', 'zh-cn': '{path}：已应用 1 个修复' },
  fixed: { en: '{path}: {count} fixes applied', 'zh-cn': '{path}：已应用 {count} 个修复' },
} as const;

export const sayLint = (
  key: keyof typeof sentences,
  locale: Locale,
  data: Record<string, string | number> = {},
): string => fill(sentences[key][locale], data);
