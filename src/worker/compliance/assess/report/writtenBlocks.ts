/** Blocks in the words of a format, some rows a step. */
import type { Block } from './blocks';

/** Rows of tables that are a step. */
const ROWS_OF_A_STEP = 500;

export function* writtenBlocks(blocks: readonly Block[], write: (block: Block) => string): Generator<void, string[]> {
  const parts: string[] = [];
  let rows = 0;
  for (const block of blocks) {
    parts.push(write(block));
    rows += block.type === 'table' ? block.rows.length : 1;
    if (rows < ROWS_OF_A_STEP) continue;
    rows = 0;
    yield;
  }
  return parts;
}
