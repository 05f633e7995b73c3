/** Compares the files of a package with the hashes that they should have. */
import { createHash } from 'node:crypto';
import { packagedManifest } from '../../worker/protocol/packagedManifest';
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

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

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

function hasSum(name: string, content: Uint8Array | undefined, sum: string): boolean {
  if (content === undefined) return false;
  if (sha256(content) === sum) return true;
  return name === 'package.json' && sha256(packagedManifest(Buffer.from(content).toString('utf8'))) === sum;
}
