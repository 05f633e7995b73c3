/** Text and workspace in, findings with fixes out: pure and synchronous. */
import { type Kind, kindRow } from '../protocol/fileKinds';
import type { Finding, Locale, Profile, Satisfied, Severity } from '../protocol/finding';
import { areaOf } from './areas';
import { boundReports } from './boundReports';
import type { LintConfig } from './config';
import { deploymentOf } from './deployment/deployment';
import { type Lines, linesOf, rangeOf } from './documents/text/lines';
import type { Facts, FactTypes } from './facts/facts';
import { type WorkspaceFiles, watchFiles } from './files';
import { quoteOf } from './foreignValues';
import { groupHardening } from './group';
import { kindOf } from './kindOf';
import { fileKindOf } from './kinds/index';
import type { Container } from './model/container';
import { type FilePurpose, isForJobs, purposeOf } from './model/filePurpose';
import type { ImageUse } from './model/imageUse';
import { isLeftToLarger } from './model/leftToLarger';
import type { Place } from './model/value';
import { oncePerCause } from './oncePerCause';
import { MAX_ORIGINS, originsIn, variableOrigins } from './origins';
import { type ReadFacts, readFacts } from './readFacts';
import { rules as allRules } from './rules/index';
import type { FactChecks, Report, Rule, RuleContext, RuleReport } from './rules/rule';
import { encodingReports, failureReport, problemReports, sizeReport } from './selfChecks';
import { suppressor } from './suppressor';
import { toFinding } from './toFinding';

export interface LintDocument {
  uri: string;
  text: string;
  kind?: Kind;
  languageId?: string;
  /** The text is not all that the file says: U+FFFD stands for what could not be decoded. */
  undecoded?: boolean;
}

export interface LintContext {
  files: WorkspaceFiles;
  config?: LintConfig;
  /** Address of the workspace's folder or repository: the names of folders above it say nothing of a file. */
  folder?: string;
  locale: Locale;
  /** `config.profile` wins. */
  profile: Profile;
  /** ISO date (`2026-01-31`): end-of-life tables and expiry depend on it. */
  today: string;
  /** One finding per container for missing hardening (default true); machine formats say false. */
  group?: boolean;
  /** Comments in the document suppress (default true). */
  inlineSuppressions?: boolean;
  /** Who reads facts; a host that judges more than once remembers them. */
  facts?: ReadFacts;
  /** The rules to run; for tests. */
  rules?: readonly Rule[];
}

export interface LintResult {
  kind: Kind | undefined;
  /** Suppressed ones too, marked as such; by place. */
  findings: Finding[];
  /** What other files set. */
  satisfied: Satisfied[];
  /** Files, and folders with a slash behind them, that would have been read but were not loaded: load them and lint again. */
  wanted: string[];
  /** Everything of the workspace that the result rests on, in the same form. */
  dependsOn: ReadonlySet<string>;
  /** Why the document could not be judged. */
  failed?: string;
}

/** Longer texts are logs or data with an unlucky name; judging them would only block. */
export const MAX_CHARACTERS = 4_000_000;

/** Nothing else was looked at. */
const ALONE = { wanted: [], dependsOn: new Set<string>() };

const NO_LINES: Lines = { text: '', starts: [0] };

/** Never throws: a rule that fails costs the verdict on its file alone, and the result says so. */
export function lint(document: LintDocument, context: LintContext): LintResult {
  const { uri, text } = document;
  // What is too long is not looked into: its name decides.
  const kind = document.kind ?? kindOf(uri, text.length > MAX_CHARACTERS ? undefined : text, document.languageId);
  if (!kind) return { kind, findings: [], satisfied: [], ...ALONE };
  if (text.length > MAX_CHARACTERS)
    return { kind, findings: [toFinding(sizeReport(uri, text.length), NO_LINES, context)], satisfied: [], ...ALONE };
  try {
    return judge(document, kind, context);
  } catch (error) {
    const failed = error instanceof Error ? error.message : String(error);
    return { kind, findings: [toFinding(failureReport(uri, failed), NO_LINES, context)], satisfied: [], ...ALONE, failed };
  }
}

function judge(document: LintDocument, kind: Kind, context: LintContext): LintResult {
  const { uri, text } = document;
  const files = watchFiles(context.files);
  const lines = linesOf(text);
  const { facts: read = readFacts } = context;
  const facts = read(kind, { uri, text }, files);
  const purpose = purposeOf(uri, text, kind, context.folder);
  const satisfied: SatisfiedPlace[] = [];
  const { suppress, unsound } = suppressor(uri, kind, lines, context);
  const kept: RuleReport[] = [];
  const counted: RuleReport[] = [];
  // Rule by rule, so that what is only counted lives no longer than its rule's turn.
  const keep = (reports: readonly RuleReport[]) => {
    const bounded = boundReports(oncePerCause(suppress(reports), text));
    kept.push(...bounded.kept);
    counted.push(...bounded.counted);
  };
  keep([...encodingReports(document), ...problemReports(facts.problems ?? [], context)].filter((r) => r.place.uri === uri));
  for (const reports of runRules(kind, document, facts, { ...context, files, purpose }, satisfied)) keep(reports);
  keep(unsound());
  const judged = [...kept, ...counted];
  const quote = quoteOf(text, () => [...files.read].flatMap(([other, read]) => (kindOf(other) === 'env' ? read : [])));
  const found = judged.map((report) => ({ report, finding: toFinding(report, lines, { ...context, files, quote }) }));
  const findings = context.group === false ? found.map((f) => f.finding) : groupHardening(found, lines, context.locale);
  // What was not understood must not be written back by anybody.
  if (document.undecoded) for (const finding of findings) finding.fixes = [];
  findings.sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
  return {
    kind,
    findings,
    satisfied: satisfiedRanges(satisfied, uri, lines, files),
    wanted: [...files.wanted],
    dependsOn: new Set(files.asked.keys()),
  };
}

interface SatisfiedPlace {
  rule: Rule;
  at: Place;
  by: Place;
}

/** Of several places that satisfy a rule the first one is named. */
function satisfiedRanges(all: readonly SatisfiedPlace[], uri: string, lines: Lines, files: WorkspaceFiles): Satisfied[] {
  const seen = new Set<string>();
  const linesBy = new Map<string, Lines>();
  const linesIn = (other: string): Lines | undefined => {
    const text = linesBy.has(other) ? undefined : files.text(other);
    if (typeof text === 'string') linesBy.set(other, linesOf(text));
    return linesBy.get(other);
  };
  return all.flatMap(({ rule, at, by }) => {
    const key = `${rule.id} ${at.start}`;
    const there = at.uri === uri && by.uri !== uri && !seen.has(key) ? linesIn(by.uri) : undefined;
    if (!there) return [];
    seen.add(key);
    return [{ rule: rule.id, name: rule.name, range: rangeOf(lines, at), by: { uri: by.uri, position: rangeOf(there, by).start } }];
  });
}

/** The reports on the document, of one rule after the other. */
function* runRules(
  kind: Kind,
  document: LintDocument,
  facts: Facts,
  context: LintContext & { purpose: FilePurpose | undefined },
  satisfied: SatisfiedPlace[],
): Generator<RuleReport[]> {
  const { container: containers = [], image: images = [] } = facts;
  const originsOf = originsIn(containers);
  const translations = new Map(facts.translations?.map(({ uri, place }) => [uri, place]));
  const { isPipeline, isDocumentation } = kindRow(kind);
  const { purpose } = context;
  const isOfScript = !isPipeline && isForJobs(purpose);
  const given: Facts = { ...facts, text: [{ uri: document.uri, text: document.text, kind }] };
  const deployment = deploymentOf({ uri: document.uri, kind, facts }, context.files, context.facts ?? readFacts);
  const judgedBy = [kind, ...(fileKindOf[kind].holds ?? [])];
  for (const rule of context.rules ?? allRules) {
    if (!rule.kinds.some((k) => judgedBy.includes(k))) continue;
    const severity = severityOf(rule, context);
    if (severity === 'off') continue;
    const out: RuleReport[] = [];
    const configured = configOf(rule, context)?.severity !== undefined;
    const isWide = configured || (context.config?.profile ?? context.profile) === 'mlps3';
    const { concernsHost } = areaOf(rule.id);
    let judged: { container?: Container; image?: ImageUse } = {};
    const isSilent = (report: Report) =>
      !isWide &&
      (report.profile === 'mlps3' ||
        isLeftToLarger(rule.id, report, document.text, kind, purpose) ||
        (concernsHost && judged.container && (judged.container.ofJob || (isOfScript && endsWithScript(judged.container)))));
    const ruleContext: RuleContext = {
      files: context.files,
      purpose,
      containers,
      images,
      today: context.today,
      option: <T>(name: string) => (configOf(rule, context)?.options?.[name] ?? rule.options?.[name]?.default) as T,
      satisfied: (at, by) => void satisfied.push({ rule, at, by }),
      report(report) {
        if (isSilent(report)) return;
        const own = report.severity ?? severity;
        const mild = isDocumentation && !context.config?.runbook && own !== 'hint';
        const { container, image } = judged;
        const origins = container && container.sources.length > 0 ? originsOf(report, container) : image && variableOrigins(image);
        const { place, message, data, profile, service, fixes, related, cause, harden } = inDocument(report, translations);
        if (place.uri !== document.uri) return;
        // Always of the same fields: spreading reports of fifty shapes takes longer than judging.
        const told = {
          place,
          message,
          data,
          severity: configured ? severity : mild ? 'info' : own,
          profile,
          service,
          fixes,
          related,
          cause,
          harden,
        };
        out.push({ ...told, rule, origins } satisfies Record<keyof Report, unknown> & RuleReport);
      },
    };
    const judge = <K extends keyof FactTypes>(sort: K) => {
      for (const fact of given[sort] ?? []) {
        if (sort === 'container' && !rule.kinds.includes((fact as Container).origin)) continue;
        judged = { [sort]: fact };
        (rule.check as FactChecks)[sort]!(fact as FactTypes[K], ruleContext);
      }
    };
    for (const sort of Object.keys(rule.check)) if (sort !== 'deployment') judge(sort as keyof FactTypes);
    judged = {};
    rule.check.deployment?.(deployment, ruleContext);
    yield withoutRepeats(out);
  }
}

/** What a script for tests, builds or development starts ends with it, but for what is to be started again. */
const endsWithScript = ({ origin, restart }: Container): boolean => origin === 'run' && restart === undefined;

/** A report about text that stands otherwise in the document: it cannot be edited there. */
function inDocument(report: Report, translations: ReadonlyMap<string, (place: Place) => Place>): Report {
  const translate = translations.get(report.place.uri);
  if (!translate) return report;
  const fixes = report.fixes?.filter(({ edits }) => !edits?.some((e) => translations.has(e.uri)));
  const related = report.related?.map((r) => ({ ...r, place: translations.get(r.place.uri)?.(r.place) ?? r.place }));
  return { ...report, place: translate(report.place), fixes, related };
}

/** A value behind an anchor that two services use is one finding, of no service alone, related to both. */
function withoutRepeats(reports: readonly RuleReport[]): RuleReport[] {
  const seen = new Map<string, RuleReport>();
  return reports.filter((report) => {
    const { place, message, origins = [] } = report;
    const key = `${place.start} ${place.end} ${message}`;
    const before = seen.get(key);
    if (!before) seen.set(key, report);
    else {
      if (before.service !== report.service) before.service = undefined;
      if (before.origins && before.origins.length < MAX_ORIGINS) before.origins.push(...origins);
    }
    return !before;
  });
}

const configOf = (rule: Rule, { config }: LintContext) => config?.rules?.[rule.id] ?? config?.rules?.[rule.name];

/** A configured severity switches a rule on whatever the profile. */
function severityOf(rule: Rule, context: LintContext): Severity | 'off' {
  const configured = configOf(rule, context)?.severity;
  if (configured) return configured;
  const profile = context.config?.profile ?? context.profile;
  return rule.profile === 'recommended' || rule.profile === profile ? rule.severity : 'off';
}
