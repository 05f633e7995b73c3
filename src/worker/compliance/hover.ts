/** What the pointer on a finding or on a suppression comment says. */
import type { Finding, Locale, Position, Range, Satisfied } from '../protocol/finding';
import { escapeMarkdown } from '../text/escapeMarkdown';
import { IN_BASELINE } from './baseline/baseline';
import { fileName } from './files';
import { ruleHover } from './rulePage';
import { fill } from './toFinding';

export interface HoverText {
  markdown: string;
  range: Range;
}

const suppressedBy = { en: 'Suppressed: {reason} {until}', 'zh-cn': '已抑制：{reason} {until}' };
const satisfiedBy = {
  en: '{rule} {name}: set by [{file}, line {line}]({link})',
  'zh-cn': '{rule} {name}：已由 [{file} 第 {line} 行]({link}) 设置',
};
const RULE_ID = /\bMLPS-[A-Z]{3}-\d{3}\b/g;

/**
 * The findings at the position and what other files set for it (as `lint` gave them for this text),
 * else the rule named there in a comment; null: nothing of ours.
 */
export function hover(
  text: string,
  position: Position,
  findings: readonly Finding[],
  satisfied: readonly Satisfied[],
  locale: Locale,
): HoverText | null {
  const here = findings.filter((f) => contains(f.range, position));
  const elsewhere = satisfied.filter(({ range }) => contains(range, position));
  if (here.length + elsewhere.length > 0) {
    const parts = here.map((f) => {
      const aside = f.suppressed
        ? `\n\n*${fill(suppressedBy[locale], { reason: escapeMarkdown(f.suppressed.reason ?? ''), until: f.suppressed.until ?? '' }).trim()}*`
        : f.baselineState === 'unchanged'
          ? `\n\n*${IN_BASELINE[locale]}*`
          : '';
      return (ruleHover(f.rule, locale) ?? escapeMarkdown(f.message)) + aside;
    });
    if (elsewhere.length > 0) parts.push(elsewhere.map((s) => `- ${satisfiedText(s, locale)}`).join('\n'));
    return { markdown: parts.join('\n\n---\n\n'), range: (here[0] ?? elsewhere[0]!).range };
  }
  const line = text.split(/\r\n|\n|\r/, position.line + 1)[position.line] ?? '';
  for (const match of line.matchAll(RULE_ID)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const markdown = position.character >= start && position.character <= end ? ruleHover(match[0], locale) : null;
    if (markdown)
      return {
        markdown,
        range: { start: { line: position.line, character: start }, end: { line: position.line, character: end } },
      };
  }
  return null;
}

function satisfiedText({ rule, name, by: { uri, position } }: Satisfied, locale: Locale): string {
  const file = escapeMarkdown(fileName(uri));
  const line = String(position.line + 1);
  return fill(satisfiedBy[locale], {
    rule,
    name,
    file,
    line,
    link: `${uri.replace(/[()<>\s]/g, encodeURIComponent)}#L${line}`,
  });
}

function contains({ start, end }: Range, { line, character }: Position): boolean {
  const afterStart = line > start.line || (line === start.line && character >= start.character);
  return afterStart && (line < end.line || (line === end.line && character <= end.character));
}
