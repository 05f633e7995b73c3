/**
 * What the report of a very large deployment leaves out, so that it still opens and can be read: the
 * same in every format but JSON, which has everything. Counts are those of everything.
 */
import type { Assessment, EvidenceItem } from '../../../protocol/assessment';
import { getOrMake } from '../../getOrMake';

export interface Shortening {
  /** What repeats is said once. */
  isShort: boolean;
  /** A finding stands with its place; else it is counted only. */
  isListed(finding: number): boolean;
  /** Places of one rule at most; absent: all are listed. */
  most?: number;
  /** How many findings are counted only. */
  left: number;
}

/** Bytes of the places in the format that needs most for them: 5 MB without what stands around. */
const BUDGET = 4_500_000;
/** Control items that a table of them can hold. */
const MOST_ITEMS = 10_000;
/** Bytes of a place's row without its texts, in the full table and in the list of problems. */
const ROW = 240;

/** The first place of each thing comes before the second of any. */
export function shortening({ findings, items }: Pick<Assessment, 'findings' | 'items'>): Shortening {
  const named = findings.map(() => 0);
  for (const { findings: exact, near } of items) {
    for (const index of exact) named[index]!++;
    for (const index of near) named[index]!++;
  }
  const sizes = findings.map((finding, index) => sizeOf(finding, named[index]!));
  const isShort = items.length > MOST_ITEMS;
  if (sum(sizes) <= BUDGET) return { isShort, isListed: () => true, left: 0 };
  const byRule = inOrder(findings);
  const before = byRule.map((indexes) => {
    let bytes = 0;
    return [0, ...indexes.map((index) => (bytes += sizes[index]!))];
  });
  const bytesOf = (most: number) => sum(before.map((bytes) => bytes[Math.min(most, bytes.length - 1)]!));
  let most = 1;
  let tooMany = Math.max(...byRule.map((indexes) => indexes.length));
  while (tooMany - most > 1) {
    const middle = (most + tooMany) >> 1;
    if (bytesOf(middle) <= BUDGET) most = middle;
    else tooMany = middle;
  }
  const listed = new Set(byRule.flatMap((indexes) => indexes.slice(0, most)));
  return { isShort: true, isListed: (index) => listed.has(index), most, left: findings.length - listed.size };
}

/** A row under each control item that names it, or one in the list of problems, with its message. */
function sizeOf({ path, excerpt, message }: EvidenceItem, named: number): number {
  const row = ROW + bytes(path) + bytes(excerpt);
  return Math.max(named * row, row + bytes(message));
}

/** Of UTF-8, none too few: half of a pair counts as a character. */
function bytes(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) count += code > 0x7ff ? 2 : 1;
  }
  return count;
}

/** Indexes by rule: the first of each thing, then the second. */
function inOrder(findings: readonly EvidenceItem[]): number[][] {
  const byRule = new Map<string, { index: number; rank: number }[]>();
  const ranks = new Map<string, number>();
  findings.forEach(({ rule, object, suppressed }, index) => {
    const key = `${rule} ${object} ${suppressed !== undefined}`;
    const rank = ranks.get(key) ?? 0;
    ranks.set(key, rank + 1);
    getOrMake(byRule, rule, () => []).push({ index, rank });
  });
  return [...byRule.values()].map((all) =>
    all.sort((a, b) => a.rank - b.rank || a.index - b.index).map(({ index }) => index),
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
