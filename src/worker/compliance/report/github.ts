/** GitHub Actions annotations: workflow commands on standard output. */
import type { Severity } from '../../protocol/finding';
import { isOpen } from '../../protocol/isOpen';
import { visible } from '../../text/visible';
import { baselineLine } from './baselineLines';
import { configLine } from './configLine';
import type { ReportInput } from './reportInput';

const COMMAND: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(visible(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * One command per finding that is neither suppressed nor in a baseline: GitHub shows ten of a step.
 */
export function githubReport({ files, configs = [], baselines = [], notJudged = [], locale }: ReportInput): string {
  const left = notJudged.map(({ path, reason }) => `::error file=${property(path)}::${data(visible(reason))}\n`);
  const notice = (path: string, line: string) => `::notice file=${property(path)}::${data(visible(line))}\n`;
  const used = [
    ...configs.map((config) => notice(config.path, configLine(config, locale))),
    ...baselines.map((baseline) => notice(baseline.path, baselineLine(baseline, locale))),
  ];
  const found = files
    .flatMap(({ path, findings }) =>
      findings.filter(isOpen).map(({ rule, name, severity, message, range: { start, end } }) => {
        const place = `file=${property(path)},line=${start.line + 1},endLine=${end.line + 1}`;
        const columns = start.line === end.line ? `,col=${start.character + 1},endColumn=${end.character + 1}` : '';
        return `::${COMMAND[severity]} ${place}${columns},title=${property(`${rule} ${name}`)}::${data(visible(message))}\n`;
      }),
    )
    .join('');
  return [...left, ...used, found].join('');
}
