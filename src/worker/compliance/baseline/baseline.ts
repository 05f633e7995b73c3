/**
 * Findings that were there when a project began to be checked: they are shown, and fail nothing.
 */
import type { KnownFinding, Locale } from '../../protocol/finding';

/** Of the file's form. A reader refuses later ones. */
export const BASELINE_VERSION = 1;

/** Longer files are not read. In characters of the text. */
export const MAX_BASELINE_CHARACTERS = 16_000_000;

/** The same as the megabytes that a message names; a character may take three bytes. */
export const MAX_BASELINE_MB = 16;

/** In characters: texts of an entry are shown, and none of ours is as long. */
export const MAX_ENTRY_TEXT = 4096;

export const MAX_PROFILES = 100;

export interface BaselineEntry extends KnownFinding {
  /** From the folder of the baseline, with forward slashes. */
  path: string;
}

/** The file, as `media/schema/baseline.schema.json` says. */
export interface Baseline {
  version: typeof BASELINE_VERSION;
  tool: { name: string; version: string };
  ruleSet: { standard: string; rules: number };
  /** Those that its files were judged by, in alphabetical order. */
  profiles: string[];
  /** ISO date. */
  date: string;
  findings: BaselineEntry[];
}

/** How a finding is marked that a baseline covers. */
export const IN_BASELINE: Record<Locale, string> = { en: 'in the baseline', 'zh-cn': '在基线中' };
