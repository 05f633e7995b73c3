/** Text and workspace in, findings with fixes out: pure and synchronous. */
import { asFailure, type Failure, fault } from '../protocol/errors';
import { type Kind, kindRow } from '../protocol/fileKinds';
import type { Finding, Hardening, KnownFinding, Range, Satisfied } from '../protocol/finding';
import type { Described } from '../protocol/subject';
import { excerptsOf } from './assess/excerpt';
import { subjectsOf } from './assess/subjects';
import { coverFindings } from './baseline/coverFindings';
import { linkDockerfile } from './deployment/linkDockerfile';
import { type Lines, linesOf, rangeOf } from './documents/text/lines';
import type { Facts } from './facts/facts';
import { type WorkspaceFiles, watchFiles } from './files';
import { quoteOf } from './foreignValues';
import { groupHardening } from './group';
import { hardeningOf, lackingAt } from './hardening';
import { kindOf } from './kindOf';
import type { LintContext, LintDocument } from './lintContext';
import { isDeployed, isFixture, purposeOf } from './model/filePurpose';
import { readFacts } from './readFacts';
import { reportSieve } from './reportSieve';
import type { RuleReport } from './rules/rule';
import { rulesInForce, runRules, type SatisfiedPlace } from './runRules';
import { encodingReports, failureReport, problemReports, sizeReport } from './selfChecks';
import { suppressor } from './suppressor';
import { toFinding } from './toFinding';

export interface LintResult {
  kind: Kind | undefined;
  /** Suppressed ones too, marked as such; by place. */
  findings: Finding[];
  /** What other files set. */
  satisfied: Satisfied[];
  /**
   * Files, and folders with a slash behind them, that would have been read but were not loaded:
   * load them and lint again.
   */
  wanted: string[];
  /** Everything of the workspace that the result rests on, in the same form. */
  dependsOn: ReadonlySet<string>;
  /** Works out all that services lack of the whole checklist; there where that was wanted. */
  hardening?(): Hardening[];
  /** Where alone that is something, likewise. */
  lacking?: Range[];
  /** Where it was wanted. */
  described?: Described;
  /** What the baseline has of the document and is there no longer, where one holds. */
  absent?: KnownFinding[];
  /** Why the document could not be judged. */
  failed?: Failure;
}

/**
 * What a text may take, whole milliseconds: several times of what it needs, for a machine that is
 * busy with others.
 */
export const limitMs = ({ length }: string): number => 5000 + Math.ceil(length / 200);

/** Longer texts are logs or data with an unlucky name; judging them would only block. */
export const MAX_CHARACTERS = 4_000_000;

/** Nothing else was looked at. */
const ALONE = { wanted: [], dependsOn: new Set<string>() };

const NO_LINES: Lines = { text: '', starts: [0] };

/** What is too long is not looked into: its name decides. */
export const kindOfDocument = ({ uri, text, kind, languageId }: LintDocument): Kind | undefined =>
  kind ?? kindOf(uri, text.length > MAX_CHARACTERS ? undefined : text, languageId);

/** Never throws: a rule that fails costs the verdict on its file alone, and the result says so. */
export function lint(document: LintDocument, context: LintContext): LintResult {
  const { uri, text } = document;
  const kind = kindOfDocument(document);
  if (!kind) return { kind, findings: [], satisfied: [], ...ALONE };
  if (text.length > MAX_CHARACTERS) {
    const findings = [toFinding(sizeReport(uri, text.length), NO_LINES, context)];
    // What else the baseline has of it was not looked for, and is not gone.
    coverFindings(findings, context.baseline);
    return { kind, findings, satisfied: [], ...ALONE };
  }
  try {
    return judge(document, kind, context);
  } catch (error) {
    return notJudged(document, error, context);
  }
}

/** The error of a document that took longer than so many milliseconds. */
export const overran = (limit: number): Error =>
  fault('check-timeout', { seconds: Number((limit / 1000).toPrecision(2)) });

/** @param error why; a fault in its own words */
export function notJudged(document: LintDocument, error: unknown, context: LintContext): LintResult {
  const failed = asFailure(error, context.locale);
  return {
    kind: kindOfDocument(document),
    findings: [toFinding(failureReport(document.uri, failed), NO_LINES, context)],
    satisfied: [],
    ...ALONE,
    failed,
  };
}

/** A text for people of which nothing is judged loses nothing by its encoding. */
const isJudged = (kind: Kind, { script = [], ...others }: Facts): boolean =>
  !kindRow(kind).isDocumentation ||
  script.some(({ commands }) => commands.length > 0) ||
  Object.values(others).some((of) => of.length > 0);

function judge(document: LintDocument, kind: Kind, context: LintContext): LintResult {
  const { uri, text } = document;
  const files = watchFiles(context.files);
  const lines = linesOf(text);
  const { facts: read = readFacts } = context;
  const purpose = purposeOf(uri, text, kind, files, context);
  // A program for tests is none that is deployed (fact T24).
  const isTest = purpose === 'tests' && kindRow(kind).isApplication;
  const facts = isTest ? {} : linkDockerfile(kind, read(kind, { uri, text }, files), files, read, context);
  const satisfied: SatisfiedPlace[] = [];
  const silencing = suppressor(uri, kind, lines, context);
  const sieve = reportSieve(text, silencing);
  const take = (reports: readonly RuleReport[]) => {
    for (const report of reports) if (report.place.uri === uri) sieve.take(report);
    sieve.endTurn();
  };
  take([
    ...(isJudged(kind, facts) ? encodingReports(document) : []),
    ...problemReports(facts.problems ?? [], { ...context, isFixture: () => isFixture(uri, context) }),
  ]);
  const withheld: RuleReport[] = [];
  const harden = (report: RuleReport) => {
    silencing.suppress(report);
    withheld.push(report);
    return report;
  };
  const told = { sieve, satisfied, silencing, ...(context.hardening && { harden }) };
  runRules(kind, document, facts, { ...context, files, purpose }, told);
  take(silencing.unsound());
  const quote = quoteOf(text, () => [...files.read].flatMap(([other, read]) => (kindOf(other) === 'env' ? read : [])));
  const reports = sieve.reports();
  const wording = { ...context, files, quote, isKeptFromGit: kindRow(kind).isKeptFromGit };
  const found = reports.map((report) => ({ report, finding: toFinding(report, lines, wording) }));
  const byPlace = (a: Finding, b: Finding) =>
    a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
  const absent = coverFindings(found.map(({ finding }) => finding).sort(byPlace), context.baseline);
  const findings = context.group === false ? found.map((f) => f.finding) : groupHardening(found, lines, context.locale);
  // What was not understood must not be written back by anybody.
  if (document.undecoded) for (const finding of findings) finding.fixes = [];
  findings.sort(byPlace);
  const describe = (): Described => {
    const { on, off } = rulesInForce(kind, context);
    return {
      // A pipeline is asked what it does for the deployment, wherever it runs.
      subjects:
        isDeployed(purpose) || kindRow(kind).isPipeline
          ? subjectsOf({ uri, kind, text, lines, facts, files, rules: on })
          : [],
      excerpts: excerptsOf(findings, lines, kind),
      off: off.map(({ id }) => id),
    };
  };
  const lacks = context.hardening && !document.undecoded ? [...reports, ...withheld] : undefined;
  return {
    kind,
    findings,
    satisfied: satisfiedRanges(satisfied, uri, lines, files),
    ...(absent && { absent }),
    ...(lacks && {
      hardening: () => hardeningOf(lacks, lines, context.locale),
      lacking: lackingAt(lacks, lines),
    }),
    ...(context.assessing && { described: describe() }),
    wanted: [...files.wanted],
    dependsOn: new Set(files.asked.keys()),
  };
}

/** Of several places that satisfy a rule the first one is named. */
function satisfiedRanges(
  all: readonly SatisfiedPlace[],
  uri: string,
  lines: Lines,
  files: WorkspaceFiles,
): Satisfied[] {
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
    return [
      {
        rule: rule.id,
        name: rule.name,
        range: rangeOf(lines, at),
        by: { uri: by.uri, position: rangeOf(there, by).start },
      },
    ];
  });
}
