/**
 * A lint result: the shape of `lint --format json` and of the data of our diagnostics. Positions
 * are 0-based lines and UTF-16 characters, as in LSP.
 */

export type Locale = 'en' | 'zh-cn';

export interface Position {
  line: number;
  character: number;
}

export interface Range {
  start: Position;
  end: Position;
}

/** Gravest first. */
export const severities = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof severities)[number];

export const profiles = ['recommended', 'mlps3'] as const;
export type Profile = (typeof profiles)[number];

export interface TextEdit {
  range: Range;
  newText: string;
}

export interface Fix {
  /**
   * Same behaviour, may be applied on save; an unsafe fix changes behaviour and its title says
   * what.
   */
  safe: boolean;
  title: string;
  edits: TextEdit[];
  /** Another file than the finding's own that the edits are for. */
  uri?: string;
  /** That file does not exist yet. */
  create?: true;
  /** Adds all the settings that a service lacks. */
  hardens?: true;
}

/** All that a service lacks of the whole checklist, though less is reported. */
export interface Hardening {
  range: Range;
  fix: Fix;
}

export interface RelatedPlace {
  uri: string;
  range: Range;
  message: string;
}

export interface Finding {
  /** `MLPS-<AREA>-<NNN>` */
  rule: string;
  /** kebab-case */
  name: string;
  severity: Severity;
  /** In the asked language: what is wrong and what to do. */
  message: string;
  range: Range;
  service?: string;
  /** GB/T 22239-2019 level 3, e.g. `8.1.4.2 d`, with `~` before a nearest clause. */
  clauses: string[];
  /** Rows of the specification's checklist: C01 to C92. */
  rows: string[];
  /** The first is preferred. */
  fixes: Fix[];
  related?: RelatedPlace[];
  suppressed?: { reason?: string; until?: string };
  /**
   * 16 hex digits, the same in every language: what is wrong and the faulty line, not where it
   * stands. Equal findings of a file have equal ones.
   */
  fingerprint: string;
  /** Where a baseline holds: whether it covers the finding, which then fails nothing. */
  baselineState?: 'new' | 'unchanged';
  /** The findings that this one stands for. */
  grouped?: Pick<Finding, 'rule' | 'fingerprint'>[];
}

/** Equal findings of a file as a baseline counts them. */
export interface KnownFinding extends Pick<Finding, 'rule' | 'fingerprint'> {
  count: number;
  /** The rule's title; nothing of the file. */
  message: string;
}

/** A control that another file sets, so that nothing is missing here. */
export interface Satisfied {
  rule: string;
  name: string;
  /** Where it would have been missed. */
  range: Range;
  /** What sets it. */
  by: { uri: string; position: Position };
}

export interface FileFindings {
  /** URI in the server, path as given in the CLI. */
  path: string;
  kind: string;
  findings: Finding[];
  /** What a baseline still has of the file, and is there no longer. */
  absent?: KnownFinding[];
}
