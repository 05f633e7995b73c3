/** What a user may set for linting. */
import type { Profile, Severity } from '../protocol/finding';

export interface RuleConfig {
  severity?: Severity | 'off';
  options?: Record<string, unknown>;
}

export interface LintConfig {
  profile?: Profile;
  /** By rule id or name. */
  rules?: Record<string, RuleConfig>;
}
