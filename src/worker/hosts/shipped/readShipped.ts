/**
 * Reads a file of this program, and gives its bytes only when they are those that were shipped. The
 * hash stands in the source as the mark `sum-of:NAME`, which the build replaces (scripts/seal.mjs).
 */
import type * as Crypto from 'node:crypto';
import { readFileSync } from 'node:fs';
import { changedFile } from '../../protocol/changedFile';

/** The mark itself: this is the source and not a build, and nothing is known. */
const isUnsealed = (sum: string): boolean => sum.startsWith('sum-of:');

/**
 * @param file its path
 * @param sum SHA-256 as hexadecimal digits. Throws the fault `file-changed` when the file has
 * another, or cannot be read
 */
export function readShipped(file: string, sum: string): Buffer {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw changedFile(file);
  }
  if (isUnsealed(sum)) return bytes;
  // When asked: what loads nothing does not wait for it.
  const { createHash } = require('node:crypto') as typeof Crypto;
  if (createHash('sha256').update(bytes).digest('hex') !== sum) throw changedFile(file);
  return bytes;
}
