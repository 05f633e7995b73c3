/** Tells one set of rules from another: reports of different ones are not compared blindly. */
import { sha256Hex } from '../../text/sha256Hex';
import type { Rule } from '../rules/rule';

/** SHA-256 of all that rules say of themselves, their checks apart. */
export const ruleSetHash = (rules: readonly Rule[]): Promise<string> =>
  sha256Hex(new TextEncoder().encode(JSON.stringify(rules.map(({ check: _, ...metadata }) => metadata))));
