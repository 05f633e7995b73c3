/** What a rule is for and does, in words: lines that take a rule away name it by these. */
import { once } from '../../once';
import type { FirewallRule } from './firewall';

export const criteriaOf = once(
  ({ place: _p, text: _t, isConditional: _c, isInserted: _i, ...rest }: FirewallRule): string => JSON.stringify(rest),
);
