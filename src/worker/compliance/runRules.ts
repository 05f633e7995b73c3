/**
 * Runs the rules over a document's facts: what each reports, by profile, configuration and purpose
 * of the file.
 */
import { type Kind, kindRow } from '../protocol/fileKinds';
import type { Severity } from '../protocol/finding';
import { areaOf } from './areas';
import { deploymentOf } from './deployment/deployment';
import type { Dockerfile } from './documents/dockerfile/stages';
import type { Script } from './documents/shell/script';
import type { Facts, FactTypes } from './facts/facts';
import { asWritten, inDocument } from './inDocument';
import { fileKindOf } from './kinds/index';
import type { LintContext, LintDocument } from './lintContext';
import type { Container } from './model/container';
import { type FilePurpose, isForJobs } from './model/filePurpose';
import type { ImageUse } from './model/imageUse';
import { isLeftToLarger } from './model/leftToLarger';
import type { Place } from './model/value';
import { once } from './once';
import { builderOrigins, originsIn, variableOrigins } from './origins';
import { readFacts } from './readFacts';
import type { ReportSieve } from './reportSieve';
import type { RuleKind } from './ruleKinds';
import { rules as allRules } from './rules/index';
import type { Checks, FactChecks, Report, Rule, RuleContext, RuleReport } from './rules/rule';
import type { Suppressor } from './suppressor';
import { withoutRepeats } from './withoutRepeats';

export interface SatisfiedPlace {
  rule: Rule;
  at: Place;
  by: Place;
}

/** Where what the rules say goes, of one rule after the other. */
interface Told {
  sieve: ReportSieve;
  satisfied: SatisfiedPlace[];
  /** Hears what the profile withholds. */
  silencing: Pick<Suppressor, 'hears' | 'hear'>;
  /** Takes what the profile withholds of missing hardening; absent: nobody asks. */
  harden?(report: RuleReport): RuleReport;
}

export function runRules(
  kind: Kind,
  document: LintDocument,
  facts: Facts,
  context: LintContext & { purpose: FilePurpose | undefined },
  { sieve, satisfied, silencing, harden: takeHardening }: Told,
): void {
  const { container: containers = [], image: images = [] } = facts;
  const originsOf = originsIn(containers);
  const { isPipeline, isDocumentation } = kindRow(kind);
  const { purpose } = context;
  const isOfScript = !isPipeline && isForJobs(purpose);
  const given: Facts = { ...facts, text: [{ uri: document.uri, text: document.text, kind }] };
  const deployment = deploymentOf({ uri: document.uri, kind, facts }, context.files, context.facts ?? readFacts);
  const { translations } = deployment;
  const profile = context.config?.profile ?? context.profile;
  // Of the rule whose turn it is; closures for each rule would take longer than most rules.
  let rule: Rule;
  let severity: Severity | undefined;
  let isHeard = false;
  let isWide = false;
  let isConfigured = false;
  let tell: ((report: RuleReport) => void) | undefined;
  let hardens: ((report: RuleReport) => void) | undefined;
  let ruleContext: RuleContext;
  // Of the fact that is judged.
  let container: Container | undefined;
  let image: ImageUse | undefined;
  let view: Dockerfile | undefined;
  const isSilent = (report: Report) =>
    severity === undefined ||
    (!isWide &&
      (report.profile === 'mlps3' ||
        isLeftToLarger(rule.id, report, document, kind, ruleContext.purpose, context.config?.runbook === true) ||
        (container !== undefined &&
          (container.ofJob || (isOfScript && endsWithScript(container))) &&
          areaOf(rule.id).concernsHost === true)));
  const satisfy: RuleContext['satisfied'] = (at, by) =>
    void (
      severity === undefined ||
      satisfied.push({ rule, at: asWritten(at, translations), by: asWritten(by, translations) })
    );
  const report = (report: Report) => {
    const silent = isSilent(report);
    if (silent && !isHeard && !hardens) return;
    const own = report.severity ?? severity;
    const mild = isDocumentation && !context.config?.runbook && own !== 'hint';
    const origins =
      container && container.sources.length > 0
        ? originsOf(report, container)
        : view
          ? builderOrigins(report, view)
          : image && variableOrigins(image);
    const told = inDocument(report, translations);
    const { place, service } = told;
    if (place.uri !== document.uri) return;
    if (silent && isHeard) silencing.hear({ rule, place, service });
    if (silent && !hardens) return;
    tell ??= withoutRepeats(sieve.take);
    // Always of the same fields: spreading reports of fifty shapes takes longer than judging.
    (silent && hardens ? hardens : tell)({
      rule,
      place,
      message: told.message,
      data: told.data,
      severity: isConfigured ? severity : mild ? 'info' : own,
      profile: told.profile,
      service,
      rows: told.rows,
      fixes: told.fixes,
      related: told.related,
      cause: told.cause,
      harden: told.harden,
      origins,
      suppressed: undefined,
    } satisfies Record<keyof RuleReport, unknown>);
  };
  const judge = <K extends keyof FactTypes>(sort: K) => {
    const all = given[sort] as FactTypes[K][] | undefined;
    if (!all) return;
    const { check, kinds } = rule;
    for (const fact of all) {
      if (sort === 'container') container = fact as Container;
      else if (sort === 'image') image = fact as ImageUse;
      else if (sort === 'dockerfile') view = fact as Dockerfile;
      else if (sort === 'script') view = (fact as Script).run?.file;
      ruleContext.purpose = view?.purpose ?? purpose;
      if (!container || kinds.includes(container.origin)) (check as FactChecks)[sort]!(fact, ruleContext);
    }
    container = undefined;
    image = undefined;
    view = undefined;
    ruleContext.purpose = purpose;
  };
  for (const each of context.rules?.filter((r) => judges(r, kind)) ?? rulesOf(kind)) {
    const level = severityOf(each, context);
    const sorts = sortsOf(each);
    if (level === 'off' || !hasWork(sorts, given)) continue;
    rule = each;
    severity = level;
    isHeard = silencing.hears(rule);
    hardens = takeHardening && rule.hardening && rule.profile !== 'opt-in' ? withoutRepeats(takeHardening) : undefined;
    if (severity === undefined && !isHeard && !hardens) continue;
    tell = undefined;
    isConfigured = configOf(rule, context)?.severity !== undefined;
    isWide = isConfigured || profile === 'mlps3';
    ruleContext = {
      files: context.files,
      // No accessor: V8 would keep a hidden class of each, and with it all facts, in the old generation.
      purpose,
      containers,
      images,
      deployment,
      today: context.today,
      option: <T>(name: string) => (configOf(each, context)?.options?.[name] ?? each.options?.[name]?.default) as T,
      satisfied: satisfy,
      report,
    };
    for (const sort of sorts) if (sort !== 'deployment') judge(sort);
    each.check.deployment?.(deployment, ruleContext);
    sieve.endTurn();
  }
}

/** What a rule judges. */
const sortsOf = once(({ check }: Rule) => Object.keys(check) as (keyof Checks)[]);

/** Rules on these that judge what commands run and write, too, name it among their kinds. */
const OF_THEIR_OWN: ReadonlySet<RuleKind> = new Set(['compose', 'dockerfile', 'env']);

/** Where there are commands, there may be text of the files that they write. */
function judges(rule: Rule, kind: Kind): boolean {
  const holds = fileKindOf[kind].holds ?? [];
  const isHeld = (k: RuleKind) =>
    holds.includes(k) ||
    (k !== 'run' && !OF_THEIR_OWN.has(k) && holds.includes('shell') && fileKindOf[k].readPart !== undefined);
  return rule.kinds.some((k) => k === kind || isHeld(k));
}

const known = new Map<Kind, readonly Rule[]>();

/** The rules on the files of a kind that the profile has, and those that are switched off. */
export function rulesInForce(kind: Kind, context: LintContext): { on: Rule[]; off: Rule[] } {
  const severities = rulesOf(kind).map((rule) => ({ rule, severity: severityOf(rule, context) }));
  return {
    on: severities.flatMap(({ rule, severity }) => (severity === undefined || severity === 'off' ? [] : rule)),
    off: severities.flatMap(({ rule, severity }) => (severity === 'off' ? rule : [])),
  };
}

/** The rules on the files of a kind. */
function rulesOf(kind: Kind): readonly Rule[] {
  let rules = known.get(kind);
  if (!rules) known.set(kind, (rules = allRules.filter((rule) => judges(rule, kind))));
  return rules;
}

/** Whether the document has anything that a rule judges. */
function hasWork(sorts: readonly (keyof Checks)[], given: Facts): boolean {
  for (const sort of sorts) if (sort === 'deployment' || given[sort]?.length) return true;
  return false;
}

/**
 * What a script for tests, builds or development starts ends with it, but for what is to be started
 * again.
 */
const endsWithScript = ({ origin, restart }: Container): boolean => origin === 'run' && restart === undefined;

const configOf = (rule: Rule, { config }: LintContext) => config?.rules?.[rule.id] ?? config?.rules?.[rule.name];

/**
 * A configured severity switches a rule on whatever the profile.
 *
 * @returns undefined where the profile withholds the rule
 */
function severityOf(rule: Rule, context: LintContext): Severity | 'off' | undefined {
  const configured = configOf(rule, context)?.severity;
  if (configured) return configured;
  const profile = context.config?.profile ?? context.profile;
  return rule.profile === 'recommended' || rule.profile === profile ? rule.severity : undefined;
}
