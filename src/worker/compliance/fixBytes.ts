/**
 * Fixes in the bytes of a file, round after round until nothing is left, since one fix may make
 * room for another.
 */
import type { Finding } from '../protocol/finding';
import { decodeText, type FileText } from '../text/decodeText';
import { spliceBytes } from '../text/spliceBytes';
import { spansOf } from './applyEdits';
import { roundOfFixes } from './roundOfFixes';

const MAX_FIX_ROUNDS = 12;

interface Judgement {
  findings: readonly Finding[];
}

/**
 * Only the bytes that a fix replaces change; where its text does not fit into the file's encoding
 * the fixes of that round are left out.
 * @param before what the bytes are judged to be
 */
export async function fixBytes<T extends Judgement>(
  bytes: Uint8Array,
  before: T,
  { unsafe, judge }: { unsafe: boolean; judge(file: FileText): Promise<T> },
): Promise<{ bytes: Uint8Array; count: number; after: T }> {
  let current = bytes;
  let count = 0;
  let after = before;
  for (let round = 0; round < MAX_FIX_ROUNDS; round++) {
    const file = decodeText(current);
    const fixes = roundOfFixes(file.text, after.findings, unsafe);
    const edits = fixes.flatMap((fix) => fix.edits);
    const next = fixes.length > 0 ? spliceBytes(current, file, spansOf(file.text, edits)) : undefined;
    if (!next) break;
    current = next;
    count += fixes.length;
    after = await judge(decodeText(current));
  }
  return { bytes: current, count, after };
}
