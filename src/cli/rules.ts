/** `qr-code-master rules`: the metadata of every rule, or the page of one. */
import { findRule, type Rule, rulePage, rules } from '../worker/compliance/index';
import type { CliIo } from './io';
import { sayLint } from './lintStrings';
import { optionHelp } from './optionHelp';
import { type Options, readArguments } from './readArguments';
import { tellingUsage, UsageError } from './usageError';
import { choice } from './valueReaders';

const rulesOptions = {
  format: { value: 'text|json', reader: choice(['text', 'json']), about: { en: 'default text', 'zh-cn': '默认 text' } },
} as const satisfies Options;

const head = {
  en: 'qr-code-master rules [ID]… [options]\n\nLists every rule, or shows the pages of those named by id or name.',
  'zh-cn': 'qr-code-master rules [编号]… [选项]\n\n列出所有规则，或按编号、名称显示规则的说明。',
};
const tail = {
  en: 'Exit codes: 0 fine, 2 wrong usage or an unknown rule.',
  'zh-cn': '退出码：0 正常，2 用法错误或规则不存在。',
};

/** Exit code 0, or 2 for wrong usage or an unknown rule. */
export const run = (args: string[], io: CliIo): Promise<number> => tellingUsage(io, () => tellRules(args, io));

function tellRules(args: string[], { stdout, locale }: CliIo): number {
  const { values, positionals: ids } = readArguments(args, rulesOptions, locale);
  const { help, format } = values;
  if (help) {
    stdout(optionHelp(head, rulesOptions, tail, locale));
    return 0;
  }
  const unknown = ids.find((id) => !findRule(id));
  if (unknown !== undefined) throw new UsageError(sayLint('noRule', locale, { id: unknown }));
  const shown = ids.length > 0 ? ids.map((id) => findRule(id)!) : rules;
  if (format === 'json') stdout(`${JSON.stringify(shown.map(metadata), null, 2)}\n`);
  else if (ids.length > 0) stdout(shown.map((rule) => rulePage(rule.id, locale)).join('\n'));
  else
    for (const rule of rules)
      stdout(
        `${rule.id}  ${rule.severity.padEnd(7)}  ${rule.profile.padEnd(11)}  ${rule.name}  ${rule.title[locale]}\n`,
      );
  return 0;
}

/** Everything but the check. */
function metadata({ check: _, ...rule }: Rule) {
  return rule;
}
