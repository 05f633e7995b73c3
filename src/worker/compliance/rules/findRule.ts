/** A rule by id or kebab-case name, in any case. */
import { rules } from './index';
import type { Rule } from './rule';

const known = new Map(
  rules.flatMap((rule) => [rule.id, rule.name].map((word): [string, Rule] => [word.toLowerCase(), rule])),
);

export const findRule = (idOrName: string): Rule | undefined => known.get(idOrName.toLowerCase());
