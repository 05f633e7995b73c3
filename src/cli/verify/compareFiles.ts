/** Compares the files of a package with the hashes that they should have. */
import { sha256Hex } from '../../audit/sha256Hex';
import { formsOf } from '../../worker/protocol/formsOf';
import type { PackageFiles } from './openPackage';

export type Status = 'changed' | 'missing' | 'extra';

export interface Comparison {
  /** As they should be. */
  equal: number;
  differences: { file: string; status: Status }[];
  /** Files without a hash that belong there. */
  notCompared: string[];
}

export interface Expectation {
  /** SHA-256, hexadecimal, by name. */
  sums: ReadonlyMap<string, string>;
  /** Files that belong there although there is no hash of them. */
  isOwn(name: string): boolean;
}

export function compareFiles(files: PackageFiles, { sums, isOwn }: Expectation): Comparison {
  const names = new Set(files.names);
  const result: Comparison = { equal: 0, differences: [], notCompared: [] };
  for (const [name, sum] of sums)
    if (!names.has(name)) result.differences.push({ file: name, status: 'missing' });
    else if (hasSum(name, files.read(name), sum)) result.equal++;
    else result.differences.push({ file: name, status: 'changed' });
  for (const name of names) {
    if (sums.has(name)) continue;
    if (isOwn(name)) result.notCompared.push(name);
    else result.differences.push({ file: name, status: 'extra' });
  }
  result.differences.sort((a, b) => (a.file < b.file ? -1 : 1));
  result.notCompared.sort();
  return result;
}

const hasSum = (name: string, content: Uint8Array | undefined, sum: string): boolean =>
  content !== undefined && formsOf(name, content).some((form) => sha256Hex(form) === sum);
