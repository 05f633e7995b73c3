/**
 * One HTML page without scripts or outside parts: opens offline, prints, and can be handed to an
 * assessor.
 */
import { escapeHtml } from '../../protocol/escapeHtml';
import { type Locale, severities } from '../../protocol/finding';
import { isOpen } from '../../protocol/isOpen';
import { TOOL_NAME } from '../../protocol/toolName';
import { visible } from '../../text/visible';
import { absentLines, baselineLine, baselineMark } from './baselineLines';
import { configLine } from './configLine';
import { lineColumn, type ReportInput, summarize } from './reportInput';
import { NOT_JUDGED, summaryLine } from './text';

const words = {
  title: { en: 'MLPS level 3 check', 'zh-cn': '等保三级检查' },
  place: { en: 'Place', 'zh-cn': '位置' },
  severity: { en: 'Severity', 'zh-cn': '级别' },
  rule: { en: 'Rule', 'zh-cn': '规则' },
  clause: { en: 'GB/T 22239-2019', 'zh-cn': 'GB/T 22239-2019' },
  finding: { en: 'Finding', 'zh-cn': '发现' },
  aside: { en: 'Suppressed', 'zh-cn': '已抑制' },
} satisfies Record<string, Record<Locale, string>>;

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;color:#1f2328;background:#fff}
table{border-collapse:collapse;width:100%;margin:0 0 2rem}th,td{border:1px solid #d0d7de;padding:.35rem .6rem;text-align:left;vertical-align:top}
th{background:#f6f8fa}td:nth-child(-n+3){white-space:nowrap}h2{font:600 1rem ui-monospace,monospace;overflow-wrap:anywhere}
.error{color:#a40e26}.warning{color:#7a4d00}.info{color:#0a4fa3}.hint{color:#57606a}.aside{color:#57606a}
@media(prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}th{background:#161b22}th,td{border-color:#30363d}.error{color:#ff8a80}.warning{color:#e3b341}.info{color:#79c0ff}.hint,.aside{color:#9aa4af}}
@media print{body{margin:0;max-width:none}tr{break-inside:avoid}}`;

/** What is hidden is shown. */
const escaped = (text: string): string => escapeHtml(visible(text));

/**
 * A whole document; what is suppressed, with its reasons, or in a baseline stands below, since an
 * assessor asks for it.
 */
export function htmlReport({
  files,
  configs = [],
  baselines = [],
  notJudged = [],
  rules,
  locale,
  version,
}: ReportInput): string {
  const say = (key: keyof typeof words) => words[key][locale];
  const row = (tag: string, cells: string[], kind = '') =>
    `<tr${kind && ` class="${kind}"`}>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>\n`;
  const head = row('th', [say('place'), say('severity'), say('rule'), say('clause'), say('finding')]);
  const sections = files
    .filter(({ findings }) => findings.length > 0)
    .map(({ path, findings }) => {
      const sorted = [...findings].sort(
        (a, b) => Number(!isOpen(a)) - Number(!isOpen(b)) || Number(!!a.suppressed) - Number(!!b.suppressed),
      );
      const rows = sorted.map((finding) => {
        const { severity, rule, name, clauses, message, service, suppressed } = finding;
        const reason = suppressed
          ? ` (${say('aside')}: ${escaped([suppressed.reason, suppressed.until].filter(Boolean).join(', ') || '-')})`
          : '';
        const text = `${service === undefined ? '' : `<b>${escaped(service)}</b>: `}${escaped(message)}${reason}`;
        const cells = [
          lineColumn(finding),
          severity + baselineMark(finding, locale),
          `${escaped(rule)} ${escaped(name)}`,
          escaped(clauses.join('; ')),
          text,
        ];
        return row('td', cells, !isOpen(finding) ? 'aside' : severities.find((s) => s === severity));
      });
      return `<h2>${escaped(path)}</h2>\n<table>\n<thead>${head}</thead>\n<tbody>\n${rows.join('')}</tbody>\n</table>\n`;
    });
  const left = notJudged
    .map(({ path, reason }) => `<p>${NOT_JUDGED[locale]} <b>${escaped(path)}</b>: ${escaped(reason)}</p>\n`)
    .join('');
  const used = [
    ...configs.map((config) => configLine(config, locale)),
    ...baselines.map((baseline) => baselineLine(baseline, locale)),
    ...absentLines({ files, rules, locale }),
  ]
    .map((line) => `<p>${escaped(line)}</p>\n`)
    .join('');
  const lang = locale === 'en' ? 'en' : 'zh-CN';
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="${TOOL_NAME} ${escaped(version)}">
<title>${say('title')}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${say('title')}</h1>
<p>${escaped(summaryLine(summarize(files), locale))}</p>
${used}${left}${sections.join('')}</body>
</html>
`;
}
