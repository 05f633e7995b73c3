/**
 * Fixes in the bytes of a file, round after round until nothing is left, since one fix may make
 * room for another.
 */
import { compatibleFixes, spansOf } from '../worker/compliance/applyEdits';
import type { LintResult } from '../worker/compliance/lint';
import { decodeText, type FileText } from '../worker/text/decodeText';
import { spliceBytes } from '../worker/text/spliceBytes';

const MAX_FIX_ROUNDS = 12;

/**
 * Only the bytes that a fix replaces change; where its text does not fit into the file's encoding
 * the fixes of that round are left out.
 */
export function fixBytes(
  bytes: Uint8Array,
  judge: (file: FileText) => LintResult,
  unsafe: boolean,
): { bytes: Uint8Array; count: number; result: LintResult } {
  let current = bytes;
  let count = 0;
  let file = decodeText(current);
  let result = judge(file);
  for (let round = 0; round < MAX_FIX_ROUNDS; round++) {
    const offered = result.findings.filter((f) => !f.suppressed);
    const fixes = compatibleFixes(
      file.text,
      offered.flatMap((f) => f.fixes.filter((x) => (x.safe || unsafe) && x.uri === undefined).slice(0, 1)),
    );
    const edits = fixes.flatMap((f) => f.edits);
    const next = fixes.length > 0 ? spliceBytes(current, file, spansOf(file.text, edits)) : undefined;
    if (!next) break;
    current = next;
    count += fixes.length;
    file = decodeText(current);
    result = judge(file);
  }
  return { bytes: current, count, result };
}
