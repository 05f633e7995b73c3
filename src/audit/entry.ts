/** A line of the operation log: what was done, by whom, from where, to what; never its content. */

export const operations = [
  'make',
  'read',
  'check',
  'fix',
  'create',
  'report',
  'export',
  'openLink',
  'attestation',
  'suppression',
  'waiver',
  'baseline',
  'configuration',
  'log',
] as const;
export type Operation = (typeof operations)[number];

/** `findings`: the check was made and found something, or a picture held no symbol. */
export const results = ['ok', 'findings', 'failed', 'cancelled'] as const;
export type Result = (typeof results)[number];

/** What the content was, without telling it. */
export interface ContentMark {
  bytes: number;
  /** Absent for a secret: who can guess a short text can prove the guess by its hash. */
  sha256?: string;
}

export type Detail = Record<string, string | number | boolean>;

/** What is handed to the log. */
export interface Draft {
  op: Operation;
  /** Relative to the workspace, with forward slashes; `-` for standard input or output. */
  target?: string;
  result: Result;
  /** Milliseconds that it took. */
  ms?: number;
  content?: ContentMark;
  detail?: Detail;
}

/** A draft with the moment it was handed over. */
export interface Dated extends Draft {
  /** Milliseconds since 1970, by the clock on the wall. */
  at: number;
  /** Minutes that local time is ahead of UTC. */
  offsetMinutes: number;
}

/** Who writes, in every line. */
export interface Writer {
  user: string;
  host: string;
  /** The client's address of a remote session, `local`, or `unknown` for one that tells none. */
  source: string;
  /** What the source was taken from: `terminal`, `editor`, `ssh`, or VS Code's name of a remote. */
  via: string;
  app: 'cli' | 'editor';
  version: string;
  /** SHA-256 of the set of rules, as reports name it. */
  rules: string;
}

/** A line, as it is written. */
export interface Entry extends Draft, Writer {
  /** 1 for the first line of all, one more for each. */
  seq: number;
  /** RFC 3339, UTC, milliseconds. */
  time: string;
  /** Of the local time from UTC, such as `+08:00`. */
  offset: string;
  /** Milliseconds between the operation and this line, where the log had to wait. */
  waited?: number;
  /** SHA-256 of the line before, without its line feed. */
  prev: string;
}
