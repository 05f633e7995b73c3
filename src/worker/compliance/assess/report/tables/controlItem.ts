/** A control item as forms write it: its letter and what it asks for, in our words. */
import { clauses } from '../../../checklist/clauses';

/** `d) 限制默认共享与高危端口`; the standard gives an item that stands alone no letter. */
export function controlItem(clause: string): string {
  const gist = clauses[clause]!.gist['zh-cn'];
  const letter = letterOf(clause);
  return letter === '' ? gist : `${letter}) ${gist}`;
}

/** `d` of `8.1.4.2 d`; empty where there is none. */
export const letterOf = (clause: string): string => clause.split(' ')[1] ?? '';

export const controlPoint = (clause: string): string => clauses[clause]!.point['zh-cn'];
