/** Tells one set of rules from another: reports of different ones are not compared blindly. */
import type { Rule } from '../rules/rule';
import { sha256 } from './sha256';

/** SHA-256 of all that rules say of themselves, their checks apart. */
export const ruleSetHash = (rules: readonly Rule[]): Promise<string> =>
  sha256(new TextEncoder().encode(JSON.stringify(rules.map(({ check: _, ...metadata }) => metadata))));
