/** What the configuration file `.qrcodemaster.yaml` may say, and what of it holds for one path. */
import type { Statement } from '../protocol/assessment';
import type { Profile, Severity } from '../protocol/finding';
import { matchesGlob } from './glob';
import type { Place } from './model/value';

export const CONFIG_NAMES = ['.qrcodemaster.yaml', '.qrcodemaster.yml'] as const;

export interface RuleConfig {
  severity?: Severity | 'off';
  options?: Record<string, unknown>;
}

/** A finding suppressed with a reason, and for a time if `until` is given. */
export interface Waiver {
  rule: string;
  reason: string;
  /** ISO date; past it the waiver has no effect. */
  until?: string;
  /** Patterns; none: every file. */
  files?: string[];
  service?: string;
  /** Where it stands in the configuration. */
  place?: Place;
}

export interface StatedAttestation extends Statement {
  /** Where the entry stands in the configuration, and values in it. */
  at: { entry: Place; for: Place; on: Place; until?: Place };
}

/** What holds for one file. */
export interface LintConfig {
  profile?: Profile;
  /** By rule id. */
  rules?: Record<string, RuleConfig>;
  waivers?: Waiver[];
  /** Honour `# hadolint ignore=…` and other tools' comments through the peer ids. */
  foreignSuppressions?: boolean;
  /** A Markdown file that people work by: its findings keep their severity. */
  runbook?: boolean;
}

export interface ConfigFile extends LintConfig {
  /** The file of findings that fail nothing, from the configuration's folder, in it or below. */
  baseline?: { path: string; place: Place };
  overrides: { files: string[]; profile?: Profile; rules?: Record<string, RuleConfig> }[];
  /** Files that are not checked. */
  ignore: string[];
  /** Markdown files whose findings count in full. */
  runbooks: string[];
  attestations?: StatedAttestation[];
}

/**
 * What holds for a path (forward slashes, relative to the configuration's folder); undefined: the
 * file is not checked.
 */
export function configFor(config: ConfigFile, path: string): LintConfig | undefined {
  if (config.ignore.some((pattern) => matchesGlob(pattern, path))) return undefined;
  const out: LintConfig = {
    profile: config.profile,
    rules: { ...config.rules },
    foreignSuppressions: config.foreignSuppressions,
    runbook: config.runbooks.some((pattern) => matchesGlob(pattern, path)),
    waivers: config.waivers?.filter((w) => !w.files || w.files.some((pattern) => matchesGlob(pattern, path))),
  };
  for (const override of config.overrides) {
    if (!override.files.some((pattern) => matchesGlob(pattern, path))) continue;
    out.profile = override.profile ?? out.profile;
    for (const [id, rule] of Object.entries(override.rules ?? {})) out.rules![id] = over(out.rules![id], rule);
  }
  return out;
}

const over = (under: RuleConfig | undefined, rule: RuleConfig): RuleConfig => ({
  ...under,
  ...rule,
  ...((under?.options || rule.options) && { options: { ...under?.options, ...rule.options } }),
});
