/**
 * The generated files about rules: a page per rule and language with examples out of the fixtures,
 * and the index.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainTildes, type RuleExample, rulePage } from '../src/worker/compliance/rulePage';
import { rules } from '../src/worker/compliance/rules/index';
import type { Locale } from '../src/worker/protocol/finding';

const ROOT = join(import.meta.dirname, '..');
const FIXTURES = join(ROOT, 'test/fixtures/rules');
const MARK = /^\s*(?:#|\/\/)\s*<?\^+\s*MLPS-/;
const VERDICTS = ['invalid', 'fixed', 'valid'] as const;

function examplesOf(name: string): RuleExample[] {
  const folder = join(FIXTURES, name);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const plain = files.flatMap((file) => {
    const match = /^(invalid|fixed|valid)\.(.+)$/.exec(file);
    return match && !match[2]!.endsWith('files')
      ? [{ verdict: match[1] as RuleExample['verdict'], file: match[2]!, path: join(folder, file) }]
      : [];
  });
  plain.sort((a, b) => a.file.localeCompare(b.file) || VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict));
  return plain.map(({ verdict, file, path }) => {
    const text = readFileSync(path, 'utf8').split('\n');
    return { verdict, file, text: text.filter((line) => !MARK.test(line)).join('\n') };
  });
}

/** Path from the project's root → content. */
export function rulePages(): Map<string, string> {
  const out = new Map<string, string>();
  for (const rule of rules) {
    const examples = examplesOf(rule.name);
    out.set(`docs/rules/${rule.id}.md`, rulePage(rule.id, 'en', examples)!);
    out.set(`docs/rules/${rule.id}.zh-cn.md`, rulePage(rule.id, 'zh-cn', examples)!);
  }
  out.set(
    'docs/rules/README.md',
    index('en', '# Rules', '.md', ['Rule', 'What it asks', 'Severity', 'Profile', 'Clauses']),
  );
  out.set(
    'docs/rules/README.zh-cn.md',
    index('zh-cn', '# 规则', '.zh-cn.md', ['规则', '要求', '级别', '配置档', '条款']),
  );
  return out;
}

function index(locale: Locale, title: string, suffix: string, head: string[]): string {
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const rows = rules.map((r) =>
    row([
      `[${r.id} ${r.name}](${r.id}${suffix})`,
      r.title[locale],
      r.severity,
      r.profile,
      plainTildes(r.clauses.join(', ')),
    ]),
  );
  return [title, '', row(head), row(head.map(() => '---')), ...rows, ''].join('\n');
}
