/**
 * JUnit XML: a suite per file, a test case per finding; errors and warnings fail, those that are
 * suppressed or in a baseline are skipped.
 */
import { escapeHtml } from '../../protocol/escapeHtml';
import type { FileFindings, Finding, Locale } from '../../protocol/finding';
import { isOpen } from '../../protocol/isOpen';
import { TOOL_NAME } from '../../protocol/toolName';
import { IN_BASELINE } from '../baseline/baseline';
import { lineColumn, type NotJudged, type ReportInput, type UsedBaseline, type UsedConfig } from './reportInput';

/** Characters that XML 1.0 cannot hold in any form. */
const NOT_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text for an attribute or an element; line breaks and tabs survive attribute normalisation. */
function escapeXml(text: string): string {
  return escapeHtml(text.replace(NOT_XML, '\ufffd')).replace(/[\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);
}

export function junitReport({ files, configs = [], baselines = [], notJudged = [], locale }: ReportInput): string {
  const suites = files.map((file) => suite(file, locale));
  const sum = (pick: (s: Suite) => number) => suites.reduce((n, s) => n + pick(s), 0);
  const head = `<testsuites name="${TOOL_NAME}" tests="${sum((s) => s.tests) + notJudged.length}" failures="${sum((s) => s.failures)}" errors="${notJudged.length}" skipped="${sum((s) => s.skipped)}">`;
  const all = [
    ...suites.map((s) => s.xml),
    ...notJudged.map(errorSuite),
    ...configs.map(configSuite),
    ...baselines.map(baselineSuite),
  ].join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${all}</testsuites>\n`;
}

function errorSuite({ path, reason }: NotJudged): string {
  const [name, why] = [escapeXml(path), escapeXml(reason)];
  const test = `<testcase classname="${name}" name="not judged"><error message="${why}">${why}</error></testcase>`;
  return `  <testsuite name="${name}" tests="1" failures="0" errors="1" skipped="0">${test}</testsuite>\n`;
}

/** Properties belong to a suite. */
const propertySuite = (path: string, values: Record<string, number | string>): string => {
  const properties = Object.entries(values).map(([name, value]) => `<property name="${name}" value="${value}"/>`);
  return `  <testsuite name="${escapeXml(path)}" tests="0" failures="0" errors="0" skipped="0"><properties>${properties.join('')}</properties></testsuite>\n`;
};

const configSuite = ({ path, ignored, off, problems }: UsedConfig): string =>
  propertySuite(path, {
    'configuration.ignored': ignored,
    ...(off && { 'configuration.rulesOff': off.join(' ') }),
    ...(problems && { 'configuration.problems': problems.count }),
  });

const baselineSuite = ({ path, unchanged, absent }: UsedBaseline): string =>
  propertySuite(path, { 'baseline.unchanged': unchanged, 'baseline.absent': absent });

interface Suite {
  xml: string;
  tests: number;
  failures: number;
  skipped: number;
}

const fails = (finding: Finding): boolean =>
  isOpen(finding) && (finding.severity === 'error' || finding.severity === 'warning');

function suite({ path, kind, findings }: FileFindings, locale: Locale): Suite {
  const name = escapeXml(path);
  const cases =
    findings.length > 0
      ? findings.map((f) => testCase(name, f, locale))
      : [`    <testcase classname="${name}" name="${escapeXml(kind)}"/>\n`];
  const failures = findings.filter(fails).length;
  const skipped = findings.filter((f) => !isOpen(f)).length;
  const head = `  <testsuite name="${name}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}">\n`;
  return { xml: `${head}${cases.join('')}  </testsuite>\n`, tests: cases.length, failures, skipped };
}

function testCase(path: string, finding: Finding, locale: Locale): string {
  const head = `    <testcase classname="${path}" name="${escapeXml(`${finding.rule} ${finding.name} (${lineColumn(finding)})`)}" line="${finding.range.start.line + 1}">`;
  const message = escapeXml(finding.message);
  const body = !isOpen(finding)
    ? `<skipped message="${escapeXml(finding.suppressed ? (finding.suppressed.reason ?? '') : IN_BASELINE[locale])}"/>`
    : fails(finding)
      ? `<failure type="${finding.severity}" message="${message}">${message}${finding.clauses.length > 0 ? escapeXml(`\nGB/T 22239-2019: ${finding.clauses.join('; ')}`) : ''}</failure>`
      : `<system-out>${message}</system-out>`;
  return `${head}${body}</testcase>\n`;
}
