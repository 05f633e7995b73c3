/** `qr-code-master rules`: the metadata of every rule, or the page of one. */
import { parseArgs } from 'node:util';
import { rulePage } from '../worker/compliance/rulePage';
import { findRule } from '../worker/compliance/rules/findRule';
import { rules } from '../worker/compliance/rules/index';
import type { Rule } from '../worker/compliance/rules/rule';
import type { CliIo } from './io';
import { rulesHelp, sayLint } from './lintStrings';
import { tell } from './tell';

/** Exit code 0, or 2 for wrong usage or an unknown rule. */
export async function run(args: string[], io: CliIo): Promise<number> {
  const { stdout, locale } = io;
  const parsed = parse(args);
  if (typeof parsed === 'string') {
    tell(io, parsed);
    return 2;
  }
  const { help, format, ids } = parsed;
  if (help) {
    stdout(rulesHelp[locale]);
    return 0;
  }
  if (format !== 'text' && format !== 'json') {
    tell(io, sayLint('badValue', locale, { option: '--format', value: format, choices: 'text, json' }));
    return 2;
  }
  const unknown = ids.find((id) => !findRule(id));
  if (unknown !== undefined) {
    tell(io, sayLint('noRule', locale, { id: unknown }));
    return 2;
  }
  const shown = ids.length > 0 ? ids.map((id) => findRule(id)!) : rules;
  if (format === 'json') stdout(`${JSON.stringify(shown.map(metadata), null, 2)}\n`);
  else if (ids.length > 0) stdout(shown.map((rule) => rulePage(rule.id, locale)).join('\n'));
  else
    for (const rule of rules)
      stdout(`${rule.id}  ${rule.severity.padEnd(7)}  ${rule.profile.padEnd(11)}  ${rule.name}  ${rule.title[locale]}\n`);
  return 0;
}

function parse(args: string[]): string | { help: boolean; format: string; ids: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, format: { type: 'string' } },
    });
    return { help: values.help === true, format: values.format ?? 'text', ids: positionals };
  } catch (error) {
    return (error as Error).message;
  }
}

/** Everything but the check. */
function metadata({ check: _, ...rule }: Rule) {
  return rule;
}
