/**
 * SARIF 2.1.0 (OASIS Standard, errata 01): results with columns, fixes, suppressions, their state
 * against a baseline (§3.27.24), rule help and the GB/T clauses as a taxonomy.
 */
import type { FileFindings, Finding, Fix, KnownFinding, Range, Severity } from '../../protocol/finding';
import { TOOL_NAME } from '../../protocol/toolName';
import { inertJson } from '../../text/inertJson';
import { artifactUri } from './artifactUri';
import type { NotJudged, ReportInput, RuleInfo } from './reportInput';
import { CLAUSES, clausesOf, sarifRule, taxonomy } from './sarifRules';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVEL: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };
/** Its version changes with what `findingFingerprint` looks at. */
const FINGERPRINT = 'finding/v2';
const LANGUAGE = { en: 'en-US', 'zh-cn': 'zh-CN' } as const;

/** One log with one run. */
export function sarifReport({
  files,
  configs = [],
  baselines = [],
  notJudged = [],
  rules,
  locale,
  version,
}: ReportInput): string {
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
      ...configs.map(({ path, ignored, off, problems }) => ({
        location: { uri: artifactUri(path) },
        roles: ['userSpecifiedConfiguration'],
        properties: { ignored, ...(off && { rulesOff: off }), ...(problems && { problems: problems.count }) },
      })),
      ...baselines.map(({ path, unchanged, absent }) => ({
        location: { uri: artifactUri(path) },
        properties: { unchanged, absent },
      })),
    ],
    results: files.flatMap((file) => resultsOf(file, uris, index, baselines.length > 0)),
  };
  return `${inertJson(JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2))}\n`;
}

/** A finding may come of a rule that the caller did not list; it still needs a descriptor. */
function withUnlisted(rules: readonly RuleInfo[], files: readonly FileFindings[]): RuleInfo[] {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const found = files.flatMap(({ findings, absent = [] }) => [...findings, ...absent.map(asUnlisted)]);
  for (const { rule: id, name, severity, clauses, rows } of found) {
    if (known.has(id)) continue;
    const text = { en: name, 'zh-cn': name };
    known.set(id, { id, name, severity, clauses, rows, title: text, why: text, remedy: text });
  }
  return [...known.values()];
}

/** A rule that only a baseline still knows. */
const asUnlisted = ({ rule }: KnownFinding) => ({
  rule,
  name: rule,
  severity: 'info' as const,
  clauses: [],
  rows: [],
});

/** @param compared every result has a state, since a baseline was used */
function resultsOf(
  { path, findings, absent = [] }: FileFindings,
  uris: readonly string[],
  index: ReadonlyMap<string, number>,
  compared: boolean,
) {
  const uri = artifactUri(path);
  const location = { uri, index: uris.indexOf(uri) };
  const seen = new Map<string, number>();
  const number = (fingerprint: string): number => {
    const times = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, times);
    return times;
  };
  const results = findings.map((finding) => {
    const hash = `${finding.fingerprint}:${number(finding.fingerprint)}`;
    const state = compared ? { baselineState: finding.baselineState ?? 'new' } : {};
    return { ...result(finding, location, index.get(finding.rule)!, hash), ...state };
  });
  const gone = absent.map((entry) =>
    absentResult(entry, location, index.get(entry.rule)!, `${entry.fingerprint}:${number(entry.fingerprint)}`),
  );
  return [...results, ...gone];
}

/** Without a place: where it stood the baseline does not know. */
const absentResult = (
  { rule, message }: KnownFinding,
  artifactLocation: { uri: string; index: number },
  ruleIndex: number,
  hash: string,
) => ({
  ruleId: rule,
  ruleIndex,
  message: { text: message },
  locations: [{ physicalLocation: { artifactLocation } }],
  partialFingerprints: { [FINGERPRINT]: hash },
  baselineState: 'absent',
});

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
    partialFingerprints: { [FINGERPRINT]: hash },
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
