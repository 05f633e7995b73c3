/** What a rule is: metadata that everything else is generated from, and a check over the model. */
import type { Locale, Profile, Severity } from '../../protocol/finding';
import type { RuleId } from '../areas';
import type { Deployment } from '../deployment/deployment';
import type { FactTypes } from '../facts/facts';
import type { WorkspaceFiles } from '../files';
import type { Container } from '../model/container';
import type { Setting } from '../model/containerWriter';
import type { FilePurpose } from '../model/filePurpose';
import type { ImageUse } from '../model/imageUse';
import type { Edit, Place } from '../model/value';
import type { RuleKind } from '../ruleKinds';

/** A sentence in every language; `{name}` is filled in from a report's data. */
export type Text = Record<Locale, string>;

export interface FixReport {
  safe: boolean;
  /** Key of `messages`. */
  title: string;
  edits: Edit[] | undefined;
}

export interface Report {
  place: Place;
  /** Key of `messages`. */
  message: string;
  data?: Record<string, string | number>;
  /** Other than the rule's own. */
  severity?: Severity;
  /**
   * `mlps3`: what decides is not in sight or may be meant so; the rule is on, the smaller profile
   * stays silent here.
   */
  profile?: 'mlps3';
  service?: string;
  /** Of the rule's rows those that it is about; absent: all. */
  rows?: readonly string[];
  /** Asked for only where the report is told. Fixes whose edits are undefined are left out. */
  fixes?: () => FixReport[];
  /** `message` is a key of `messages`; without `data` of its own it is filled with the report's. */
  related?: { place: Place; message: string; data?: Record<string, string | number> }[];
  /** Reports of a rule with the same cause are one finding. */
  cause?: string;
  /**
   * A missing setting that can be added: offered as the fix `add`, and together with its like as
   * *Harden this service*.
   */
  harden?: { container: Container; settings: Setting[] };
}

export interface RuleContext {
  files: WorkspaceFiles;
  /** What the document is for, where it is not deployed. */
  purpose: FilePurpose | undefined;
  /** All containers of the document. */
  containers: readonly Container[];
  /** All images that the document names to be pulled. */
  images: readonly ImageUse[];
  /** What belongs together with the document. */
  deployment: Deployment;
  /** ISO date: end-of-life tables and expiry depend on it. */
  today: string;
  /** The configured value of an option, or its default. */
  option<T>(name: string): T;
  report(report: Report): void;
  /**
   * Instead of a report at `at`: a place of another file sets what would be missing (fact T29); the
   * hover names it.
   */
  satisfied(at: Place, by: Place): void;
}

export interface RuleOption {
  default: unknown;
  /** A number below it has no effect. */
  least?: number;
  description: Text;
}

/** One call per fact of that sort in a document. */
export type FactChecks = { [K in keyof FactTypes]?: (fact: FactTypes[K], context: RuleContext) => void };

export type Checks = FactChecks & {
  /** Once a document; reports of other files are left to their own turn. */
  deployment?: (deployment: Deployment, context: RuleContext) => void;
};

export interface Rule {
  id: RuleId;
  /** kebab-case; accepted wherever the id is. */
  name: string;
  severity: Severity;
  /** The smallest profile that has it; `opt-in` only by configuration. */
  profile: Profile | 'opt-in';
  /**
   * `run`: also containers and images of `docker run` lines, in whatever file they stand. `shell`:
   * `check.script`, likewise.
   */
  kinds: readonly RuleKind[];
  /** What a rule of the smaller profile leaves to `mlps3`, as a reader of its page is told. */
  wider?: Text;
  /** GB/T 22239-2019 level 3; `~` before a nearest clause. */
  clauses: readonly string[];
  /** Cases of the high-risk guide that its findings may concern; `~` before a near one. */
  highRisk?: readonly string[];
  /** Triggers of major hidden dangers, likewise. */
  triggers?: readonly string[];
  /** Rows of the specification's checklist. */
  rows: readonly string[];
  /** Ids of other tools' rules on the same subject. */
  peers: readonly string[];
  /** About findings and comments, not about the deployment: no comment suppresses it. */
  isAboutFindings?: boolean;
  /** Missing hardening of a container: shown as one finding with its like. */
  hardening?: boolean;
  options?: Record<string, RuleOption>;
  title: Text;
  /** What can happen, and what the clause asks. */
  why: Text;
  /** What to write, and what to mind. */
  remedy: Text;
  /** Messages and fix titles. */
  messages: Record<string, Text>;
  check: Checks;
}

/** A related place whose text is no rule's own. */
export interface Origin {
  place: Place;
  text: Text;
  data?: Record<string, string | number>;
}

/** A report with its rule: what becomes a finding. */
export interface RuleReport extends Report {
  rule: Rule;
  /** Shown behind `related`. */
  origins?: Origin[];
  suppressed?: { reason?: string; until?: string };
}
