/** The report a person reads in a terminal: one line per finding, then the counts. */
import { severityWords } from '../../protocol/assessmentWords';
import { type Locale, type Severity, severities } from '../../protocol/finding';
import { visible, visiblePath } from '../../text/visible';
import { absentLines, baselineLine, baselineMark } from './baselineLines';
import { configLine } from './configLine';
import { lineColumn, type ReportInput, type Summary, summarize } from './reportInput';

const COLOR: Record<Severity, string> = { error: '31', warning: '33', info: '36', hint: '90' };

export const NOT_JUDGED: Record<Locale, string> = { en: 'Not judged:', 'zh-cn': '未检查：' };

/**
 * `path:line:column: severity ID name: message`; suppressed findings are only counted, those of a
 * baseline marked. Ends with a line break.
 */
export function textReport(
  { files, configs = [], baselines = [], notJudged = [], rules, locale }: ReportInput,
  color = false,
): string {
  const paint = (text: string, code: string) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  const lines = files.flatMap(({ path, findings }) =>
    findings.flatMap((finding) => {
      if (finding.suppressed) return [];
      const at = paint(`${visiblePath(path)}:${lineColumn(finding)}:`, '1');
      const color = finding.baselineState === 'unchanged' ? COLOR.hint : COLOR[finding.severity];
      const severity = paint(severityWords[finding.severity][locale], color);
      const mark = baselineMark(finding, locale);
      const service = finding.service === undefined ? '' : ` [${visible(finding.service)}]`;
      return [`${at} ${severity} ${finding.rule} ${finding.name}${service}: ${visible(finding.message)}${mark}`];
    }),
  );
  const left = notJudged.map(({ path, reason }) => `${NOT_JUDGED[locale]} ${visible(path)}: ${visible(reason)}`);
  const used = [
    ...configs.map((config) => configLine(config, locale)),
    ...absentLines({ files, rules, locale }),
    ...baselines.map((baseline) => baselineLine(baseline, locale)),
  ].map(visible);
  return [...lines, ...left, ...used, summaryLine(summarize(files), locale)].map((line) => `${line}\n`).join('');
}

/** `2 errors, 1 warning in 3 files` in the asked language. */
export function summaryLine(summary: Summary, locale: Locale): string {
  const counts = severities.filter((s) => summary[s] > 0);
  if (locale === 'zh-cn') {
    const found = counts.map((s) => `${severityWords[s][locale]} ${summary[s]}`).join('，') || '未发现问题';
    const apart = [
      ...(summary.suppressed > 0 ? [`${summary.suppressed} 项已抑制`] : []),
      ...(summary.unchanged > 0 ? [`${summary.unchanged} 项在基线中`] : []),
    ].join('，');
    return `已检查 ${summary.files} 个文件：${found}${apart && `（另有 ${apart}）`}`;
  }
  const many = (n: number, word: string) => `${n} ${word}${n === 1 || word === 'info' ? '' : 's'}`;
  const found = counts.map((s) => many(summary[s], s)).join(', ') || 'nothing found';
  const apart = [
    ...(summary.suppressed > 0 ? [`${summary.suppressed} suppressed`] : []),
    ...(summary.unchanged > 0 ? [`${summary.unchanged} in the baseline`] : []),
  ].join(', ');
  return `${many(summary.files, 'file')} checked: ${found}${apart && ` (${apart})`}`;
}
