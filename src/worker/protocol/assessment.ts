/**
 * What files show of the deployment's checklist and of the standard's control items. Suggestions
 * with evidence; verdicts are the assessor's.
 */
import type { Kind } from './fileKinds';
import type { Profile, Severity } from './finding';
import type { SubjectKind } from './subject';

/** 已满足, 部分满足, 未满足, 不适用, 待人工核查, 无法判定. */
export const rowStates = ['met', 'partial', 'unmet', 'notApplicable', 'manual', 'unknown'] as const;
export type RowState = (typeof rowStates)[number];

/**
 * Of a control item: `fail` and `partial` are suggestions (不符合, 部分符合); `clean`: checked,
 * nothing found, which is never 符合.
 */
export const itemStates = ['fail', 'partial', 'clean', 'unknown', 'notApplicable'] as const;
export type ItemState = (typeof itemStates)[number];

/**
 * Why a state is what it is. `context`: the row asks for nothing by itself. `files`: no file that
 * could tell is there. `values`: files leave values open. `visible`: no file of any kind tells.
 * `nearest`: findings stand under it by analogy only. `suppressed`: all findings are suppressed.
 * `person`: somebody has to look. `expired`: an attestation held until a day that is over.
 * `attested`: somebody answers for it. `off`: the configuration switches the rules off, or not on. `preset`:
 * assessors' sheets leave it out for such things.
 */
export const stateReasons = [
  'context',
  'files',
  'values',
  'visible',
  'nearest',
  'suppressed',
  'person',
  'expired',
  'attested',
  'off',
  'preset',
] as const;
export type StateReason = (typeof stateReasons)[number];

export interface ScopeFile {
  path: string;
  kind: Kind;
  /** Of the bytes, hexadecimal. */
  sha256: string;
  /** Bytes. */
  size: number;
  /** An editor had changes that the file has not. */
  isUnsaved?: true;
}

/** A finding as evidence. Others name it by its index in `Assessment.findings`. */
export interface EvidenceItem {
  rule: string;
  severity: Severity;
  path: string;
  /** From 1. */
  line: number;
  message: string;
  /** The line, without what may be secret. */
  excerpt: string;
  /** Index in `Assessment.objects`. */
  object?: number;
  fingerprint: string;
  suppressed?: { reason?: string; until?: string };
}

export interface AssessedObject {
  kind: SubjectKind | 'network' | 'data' | 'management';
  /** Of a service. */
  name?: string;
  /** Which sheets of an assessor's workbook it belongs into. */
  sheet: 'network' | 'boundary' | 'server' | 'database' | 'application' | 'data' | 'management';
  /** The folder of its deployment; empty: that of the scope. */
  root: string;
  /** Where it is described. */
  places: { path: string; line: number }[];
  unknown: { path: string; line: number; text: string }[];
}

export interface RowResult {
  /** C01 to C92. */
  id: string;
  state: RowState;
  reason?: StateReason;
  /** Rules that judged something for it. */
  rules: string[];
  /** Indexes, suppressed ones too. */
  findings: number[];
  /** Index in `Assessment.attestations`. */
  attestation?: number;
}

export interface ItemResult {
  /** `8.1.4.2 d` */
  clause: string;
  /** Index in `Assessment.objects`. */
  object: number;
  state: ItemState;
  reason?: StateReason;
  /** Rules under the very clause that judged the object. */
  rules: string[];
  /** Findings under the very clause. */
  findings: number[];
  /** Findings that are near to it. */
  near: number[];
  attestation?: number;
}

/** What a person states of something that no file proves. */
export interface Statement {
  /** A row `C86`, or a clause `8.1.10.13 a`. */
  for: string;
  by: string;
  /** ISO dates. */
  on: string;
  /** The last day. */
  until?: string;
  /** A path or a reference. */
  evidence: string;
  note?: string;
}

export interface Attestation extends Statement {
  /** Its time is over. */
  isExpired: boolean;
  /** The configuration that it stands in, and the line from 1. */
  path: string;
  line: number;
}

export interface HighRisk {
  /** A case (判例) `6.4.3.1`, or a trigger (触发项) `A-21`. */
  id: string;
  /** Where its text is from: the original (公网安〔2025〕2391号) was not seen. */
  source: 'third-party-copy';
  /** Near to it only. */
  isNear: boolean;
  /** Something may lower a case; absent: the copy does not say, as of all triggers. */
  isLowerable?: boolean;
  findings: number[];
}

/** One line of the list of what is to be rectified: a rule and an object. */
export interface Issue {
  rule: string;
  risk: 'high' | 'medium' | 'low';
  object?: number;
  findings: number[];
}

/**
 * What became of a finding since an earlier report: 已整改, 未整改, 新增, 无法判定 (its file was not
 * judged this time, or its rule is gone or switched off).
 */
export const changeStates = ['repaired', 'open', 'new', 'unjudged'] as const;
export type ChangeState = (typeof changeStates)[number];

export interface Change {
  state: ChangeState;
  rule: string;
  /** As the earlier report has it. */
  before?: {
    path: string;
    line: number;
    message: string;
    object?: Pick<AssessedObject, 'kind' | 'name' | 'root'>;
  };
  /** Index in `Assessment.findings`. */
  after?: number;
}

export interface Changes {
  /** The earlier report. */
  since: { date: string; version: string; ruleSet: string };
  /** Both were made with the same rules; else what is new may be a new rule's. */
  isSameRuleSet: boolean;
  counts: Record<ChangeState, number>;
  /** Those of the earlier report in its order, then new ones. */
  all: Change[];
}

/** What is wrong in a configuration, as its place tells; the first of it in words. */
export interface ConfigProblems {
  count: number;
  /** In the report's language, with the line from 1. */
  first: { line: number; message: string }[];
}

/** Of the shape below. */
export const ASSESSMENT_SCHEMA = 1;

export interface Assessment {
  /** Of this shape. */
  schema: typeof ASSESSMENT_SCHEMA;
  tool: { name: string; version: string };
  /** SHA-256 of the rules' metadata. */
  ruleSet: string;
  profile: Profile;
  /** ISO date. */
  date: string;
  files: ScopeFile[];
  /** Those of the files in whose QR codes secrets were looked for; absent: nobody asked for that. */
  pictures?: { read: number };
  notJudged: { path: string; reason: string }[];
  configs: { path: string; ignored: number; off?: readonly string[]; problems?: ConfigProblems }[];
  /** `unchanged`: those that a baseline has, of which reports use none. */
  counts: Record<Severity | 'files' | 'suppressed', number> & { unchanged?: number };
  findings: EvidenceItem[];
  objects: AssessedObject[];
  rows: RowResult[];
  items: ItemResult[];
  attestations: Attestation[];
  highRisk: HighRisk[];
  issues: Issue[];
  /** Where the report was compared with an earlier one. */
  changes?: Changes;
  coverage: {
    rows: Record<RowState, number>;
    items: Record<ItemState, number>;
    /** Rows decided by files, by people, and by nobody. */
    decided: { byFiles: number; attested: number; open: number };
  };
}

/**
 * The shape of `report --format json`: things of which a control item says the same stand together.
 */
export type WrittenAssessment = Omit<Assessment, 'items'> & {
  items: (Omit<ItemResult, 'object'> & { objects: number[] })[];
};
