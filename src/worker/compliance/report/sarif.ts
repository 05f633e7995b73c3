/**
 * SARIF 2.1.0 (OASIS Standard, errata 01): results with columns, fixes, suppressions, rule help and
 * the GB/T clauses as a taxonomy.
 */
import type { FileFindings, Finding, Fix, Range, Severity } from '../../protocol/finding';
import { TOOL_NAME } from '../../protocol/toolName';
import { artifactUri } from './artifactUri';
import type { NotJudged, ReportInput, RuleInfo } from './reportInput';
import { CLAUSES, clausesOf, sarifRule, taxonomy } from './sarifRules';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVEL: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };
const LANGUAGE = { en: 'en-US', 'zh-cn': 'zh-CN' } as const;

/** One log with one run. */
export function sarifReport({ files, configs = [], notJudged = [], rules, locale, version }: ReportInput): string {
  const used = withUnlisted(rules, files);
  const index = new Map(used.map((rule, i) => [rule.id, i]));
  const uris = [...new Set(files.map(({ path }) => artifactUri(path)))];
  const run = {
    tool: {
      driver: {
        name: TOOL_NAME,
        version,
        language: LANGUAGE[locale],
        rules: used.map((rule) => sarifRule(rule, locale, LEVEL[rule.severity])),
        supportedTaxonomies: [{ name: CLAUSES, index: 0 }],
      },
    },
    language: LANGUAGE[locale],
    invocations: [
      {
        executionSuccessful: notJudged.length === 0,
        ...(notJudged.length > 0 && { toolExecutionNotifications: notJudged.map(notification) }),
      },
    ],
    taxonomies: [taxonomy(used, locale)],
    columnKind: 'utf16CodeUnits',
    artifacts: [
      ...uris.map((uri) => ({ location: { uri } })),
      ...configs.map(({ path, ignored }) => ({
        location: { uri: artifactUri(path) },
        roles: ['userSpecifiedConfiguration'],
        properties: { ignored },
      })),
    ],
    results: files.flatMap((file) => resultsOf(file, uris, index)),
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

/** A finding may come of a rule that the caller did not list; it still needs a descriptor. */
function withUnlisted(rules: readonly RuleInfo[], files: readonly FileFindings[]): RuleInfo[] {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  for (const { rule: id, name, severity, clauses, rows } of files.flatMap((f) => f.findings)) {
    if (known.has(id)) continue;
    const text = { en: name, 'zh-cn': name };
    known.set(id, { id, name, severity, clauses, rows, title: text, why: text, remedy: text });
  }
  return [...known.values()];
}

function resultsOf({ path, findings }: FileFindings, uris: readonly string[], index: ReadonlyMap<string, number>) {
  const uri = artifactUri(path);
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const times = (seen.get(finding.fingerprint) ?? 0) + 1;
    seen.set(finding.fingerprint, times);
    const location = { uri, index: uris.indexOf(uri) };
    return result(finding, location, index.get(finding.rule)!, `${finding.fingerprint}:${times}`);
  });
}

function result(finding: Finding, artifactLocation: { uri: string; index: number }, ruleIndex: number, hash: string) {
  const location = {
    physicalLocation: { artifactLocation, region: region(finding.range) },
    ...(finding.service === undefined ? {} : { logicalLocations: [{ name: finding.service, kind: 'resource' }] }),
  };
  return {
    ruleId: finding.rule,
    ruleIndex,
    kind: 'fail',
    level: LEVEL[finding.severity],
    message: { text: finding.message },
    locations: [location],
    partialFingerprints: { 'finding/v2': hash },
    ...(finding.related?.length ? { relatedLocations: finding.related.map(relatedLocation) } : {}),
    ...(finding.fixes.length > 0
      ? { fixes: distinct(finding.fixes.map((fix) => sarifFix(fix, artifactLocation))) }
      : {}),
    ...(finding.suppressed ? { suppressions: [suppression(finding.suppressed)] } : {}),
    properties: { severity: finding.severity, clauses: clausesOf(finding), rows: finding.rows },
  };
}

const notification = ({ path, reason }: NotJudged) => ({
  level: 'error',
  message: { text: reason },
  locations: [{ physicalLocation: { artifactLocation: { uri: artifactUri(path) } } }],
});

/** The schema wants no two equal items. */
const distinct = <T>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
];

const relatedLocation = (related: NonNullable<Finding['related']>[number], id: number) => ({
  id,
  physicalLocation: { artifactLocation: { uri: artifactUri(related.uri) }, region: region(related.range) },
  message: { text: related.message },
});

const sarifFix = (fix: Fix, artifactLocation: object) => ({
  description: { text: fix.title },
  artifactChanges: [
    {
      artifactLocation: fix.uri === undefined ? artifactLocation : { uri: artifactUri(fix.uri) },
      replacements: fix.edits.map((edit) => ({
        deletedRegion: region(edit.range),
        insertedContent: { text: edit.newText },
      })),
    },
  ],
  properties: { safe: fix.safe },
});

function suppression({ reason, until }: NonNullable<Finding['suppressed']>) {
  return {
    kind: 'inSource',
    ...(reason === undefined ? {} : { justification: reason }),
    ...(until === undefined ? {} : { properties: { until } }),
  };
}

/** SARIF counts lines and columns from 1; the end column lies behind the last character. */
const region = ({ start, end }: Range) => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});
