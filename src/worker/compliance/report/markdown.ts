/** A Markdown report for pull requests and job summaries. */
import type { Locale } from '../../protocol/finding';
import { escapeMarkdown } from '../../text/escapeMarkdown';
import { absentLines, baselineLine, baselineMark } from './baselineLines';
import { configLine } from './configLine';
import { lineColumn, type ReportInput, summarize } from './reportInput';
import { NOT_JUDGED, summaryLine } from './text';

const HEAD: Record<Locale, string[]> = {
  en: ['Severity', 'Place', 'Rule', 'GB/T 22239-2019', 'Finding'],
  'zh-cn': ['级别', '位置', '规则', 'GB/T 22239-2019', '发现'],
};

export function markdownReport({
  files,
  configs = [],
  baselines = [],
  notJudged = [],
  rules,
  locale,
}: ReportInput): string {
  const sections = files
    .filter((f) => f.findings.some((x) => !x.suppressed))
    .map(({ path, findings }) => {
      const rows = findings
        .filter((f) => !f.suppressed)
        .map((f) => [
          `${f.severity}${baselineMark(f, locale)}`,
          lineColumn(f),
          `${f.rule} ${f.name}`,
          f.clauses.join('; '),
          f.service ? `${f.service}: ${f.message}` : f.message,
        ]);
      const table = [HEAD[locale], HEAD[locale].map(() => '---'), ...rows.map((r) => r.map(escapeMarkdown))];
      return `## ${escapeMarkdown(path)}\n\n${table.map((cells) => `| ${cells.join(' | ')} |\n`).join('')}\n`;
    });
  const left = notJudged
    .map(({ path, reason }) => `${NOT_JUDGED[locale]} ${escapeMarkdown(path)}: ${escapeMarkdown(reason)}\n\n`)
    .join('');
  const used = [
    ...configs.map((config) => configLine(config, locale)),
    ...baselines.map((baseline) => baselineLine(baseline, locale)),
    ...absentLines({ files, rules, locale }),
  ]
    .map((line) => `${escapeMarkdown(line)}\n\n`)
    .join('');
  return `# ${locale === 'en' ? 'MLPS level 3 check' : '等保三级检查'}\n\n${left}${used}${sections.join('')}${escapeMarkdown(summaryLine(summarize(files), locale))}\n`;
}
