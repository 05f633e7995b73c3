/**
 * JUnit XML: a suite per file, a test case per finding; errors and warnings fail, suppressed ones
 * are skipped.
 */
import { escapeHtml } from '../../protocol/escapeHtml';
import type { FileFindings, Finding } from '../../protocol/finding';
import { TOOL_NAME } from '../../protocol/toolName';
import { lineColumn, type NotJudged, type ReportInput, type UsedConfig } from './reportInput';

/** Characters that XML 1.0 cannot hold in any form. */
const NOT_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text for an attribute or an element; line breaks and tabs survive attribute normalisation. */
function escapeXml(text: string): string {
  return escapeHtml(text.replace(NOT_XML, '\ufffd')).replace(/[\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);
}

export function junitReport({ files, configs = [], notJudged = [] }: ReportInput): string {
  const suites = files.map(suite);
  const sum = (pick: (s: Suite) => number) => suites.reduce((n, s) => n + pick(s), 0);
  const head = `<testsuites name="${TOOL_NAME}" tests="${sum((s) => s.tests) + notJudged.length}" failures="${sum((s) => s.failures)}" errors="${notJudged.length}" skipped="${sum((s) => s.skipped)}">`;
  const all = [...suites.map((s) => s.xml), ...notJudged.map(errorSuite), ...configs.map(configSuite)].join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${all}</testsuites>\n`;
}

function errorSuite({ path, reason }: NotJudged): string {
  const [name, why] = [escapeXml(path), escapeXml(reason)];
  const test = `<testcase classname="${name}" name="not judged"><error message="${why}">${why}</error></testcase>`;
  return `  <testsuite name="${name}" tests="1" failures="0" errors="1" skipped="0">${test}</testsuite>\n`;
}

/** Properties belong to a suite. */
function configSuite({ path, ignored }: UsedConfig): string {
  const property = `<property name="configuration.ignored" value="${ignored}"/>`;
  return `  <testsuite name="${escapeXml(path)}" tests="0" failures="0" errors="0" skipped="0"><properties>${property}</properties></testsuite>\n`;
}

interface Suite {
  xml: string;
  tests: number;
  failures: number;
  skipped: number;
}

const fails = (finding: Finding): boolean =>
  !finding.suppressed && (finding.severity === 'error' || finding.severity === 'warning');

function suite({ path, kind, findings }: FileFindings): Suite {
  const name = escapeXml(path);
  const cases =
    findings.length > 0
      ? findings.map((f) => testCase(name, f))
      : [`    <testcase classname="${name}" name="${escapeXml(kind)}"/>\n`];
  const failures = findings.filter(fails).length;
  const skipped = findings.filter((f) => f.suppressed).length;
  const head = `  <testsuite name="${name}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}">\n`;
  return { xml: `${head}${cases.join('')}  </testsuite>\n`, tests: cases.length, failures, skipped };
}

function testCase(path: string, finding: Finding): string {
  const head = `    <testcase classname="${path}" name="${escapeXml(`${finding.rule} ${finding.name} (${lineColumn(finding)})`)}" line="${finding.range.start.line + 1}">`;
  const message = escapeXml(finding.message);
  const body = finding.suppressed
    ? `<skipped message="${escapeXml(finding.suppressed.reason ?? '')}"/>`
    : fails(finding)
      ? `<failure type="${finding.severity}" message="${message}">${message}${finding.clauses.length > 0 ? escapeXml(`\nGB/T 22239-2019: ${finding.clauses.join('; ')}`) : ''}</failure>`
      : `<system-out>${message}</system-out>`;
  return `${head}${body}</testcase>\n`;
}
