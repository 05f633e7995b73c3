/** The arguments of `audit`: how they are read, and what the help says of them. */
import { type ExportFormat, exportFormats } from '../audit/export';
import type { Anchor } from '../audit/verifyLog';
import type { Locale } from '../worker/protocol/finding';
import { sayAudit } from './auditStrings';
import { optionHelp } from './optionHelp';
import { type Options, readArguments, type ValueReader } from './readArguments';
import { UsageError } from './usageError';
import { choice, isoDate } from './valueReaders';

const actions = ['verify', 'export', 'path'] as const;
const outputs = ['text', 'json'] as const;

export type AuditArguments =
  | { action: 'help' }
  | { action: 'path'; folder: string | undefined }
  | { action: 'verify'; folder: string | undefined; anchors: Anchor[]; format: (typeof outputs)[number] }
  | {
      action: 'export';
      folder: string | undefined;
      format: ExportFormat;
      output: string | undefined;
      since: string | undefined;
      until: string | undefined;
      force: boolean;
    };

const anchor: ValueReader<Anchor> = {
  expected: { en: 'NUMBER:SHA256, as verify prints it', 'zh-cn': 'NUMBER:SHA256，即 verify 所显示的' },
  read(value) {
    const [, seq, sha256] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(value) ?? [];
    return seq === undefined ? undefined : { seq: Number(seq), sha256: sha256!.toLowerCase() };
  },
};

const auditOptions = {
  anchor: {
    value: 'NUMBER:SHA256',
    many: true,
    reader: anchor,
    about: {
      en: 'verify: a line that was noted before and must be there; may be repeated',
      'zh-cn': 'verify：以前记录的、必须存在的一行；可重复',
    },
  },
  format: {
    value: { en: 'FORMAT', 'zh-cn': '格式' },
    reader: choice([...outputs, ...exportFormats]),
    about: {
      en: `verify: ${outputs.join(', ')} (default text); export: ${exportFormats.join(', ')}`,
      'zh-cn': `verify：${outputs.join('、')}（默认 text）；export：${exportFormats.join('、')}`,
    },
  },
  output: {
    short: 'o',
    value: { en: 'FILE', 'zh-cn': '文件' },
    about: { en: 'export: default standard output', 'zh-cn': 'export：默认标准输出' },
  },
  since: {
    value: { en: 'DATE', 'zh-cn': '日期' },
    reader: isoDate,
    about: { en: 'export: first day, by UTC', 'zh-cn': 'export：第一天（UTC）' },
  },
  until: {
    value: { en: 'DATE', 'zh-cn': '日期' },
    reader: isoDate,
    about: { en: 'export: last day, by UTC', 'zh-cn': 'export：最后一天（UTC）' },
  },
  force: { about: { en: 'export: overwrite FILE', 'zh-cn': 'export：覆盖已有文件' } },
} as const satisfies Options;

const head = {
  en: `qr-code-master audit verify|export|path [FOLDER] [options]

The operation log: what this program and the extension did, on this machine, as this user.
verify proves that no line was changed, removed or moved; export writes it for other programs;
path tells where it lies. FOLDER: a log elsewhere, or a copy.`,
  'zh-cn': `qr-code-master audit verify|export|path [目录] [选项]

操作日志：本程序与扩展在本机以当前用户身份所做的操作。
verify 证明没有任何一行被更改、删除或移动；export 导出供其他程序使用；
path 显示日志位置。目录：其他位置的日志或其副本。`,
};
const tail = {
  en: 'Exit codes: 0 fine, 1 the log is not whole, 2 wrong usage, or there is no log.',
  'zh-cn': '退出码：0 正常，1 日志不完整，2 用法错误或没有日志。',
};

export const auditHelp = (locale: Locale): string => optionHelp(head, auditOptions, tail, locale);

/** @throws UsageError */
export function auditArguments(args: string[], locale: Locale): AuditArguments {
  const { values, positionals } = readArguments(args, auditOptions, locale);
  if (values.help) return { action: 'help' };
  const [word, folder, surplus] = positionals;
  const action = actions.find((each) => each === word);
  if (!action) throw new UsageError(sayAudit('noAction', locale));
  if (surplus !== undefined) throw new UsageError(sayAudit('surplus', locale, { argument: surplus }));
  const { format, output, since, until, force, anchor: anchors } = values;
  const refuse = (given: Record<string, unknown>) => {
    for (const [option, value] of Object.entries(given))
      if (value !== undefined && value !== false) throw new UsageError(sayAudit('notFor', locale, { option, action }));
  };
  if (action === 'path') {
    refuse({ format, output, since, until, force, anchor: anchors });
    return { action, folder };
  }
  if (action === 'verify') {
    refuse({ output, since, until, force });
    const chosen = outputs.find((each) => each === (format ?? 'text'));
    if (!chosen) throw new UsageError(sayAudit('notFor', locale, { option: `format ${format}`, action }));
    return { action, folder, anchors: anchors ?? [], format: chosen };
  }
  refuse({ anchor: anchors });
  const chosen = exportFormats.find((each) => each === format);
  if (!chosen) throw new UsageError(sayAudit('needsFormat', locale, { expected: exportFormats.join(', ') }));
  return { action, folder, format: chosen, output, since, until, force };
}
