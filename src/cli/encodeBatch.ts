/** `encode --batch`: a symbol for each line or row of a file. */
import { mkdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { SheetEntry } from '../worker/protocol/batch';
import { asFailure } from '../worker/protocol/errors';
import { type BatchPlan, makeSymbol, type Prover, planBatch } from '../worker/qr';
import { visiblePath } from '../worker/text/visible';
import type { BatchArguments, EncodeArguments } from './encodeArguments';
import { extensionOf, fileOf, makingOf, write } from './encodeFile';
import { writeSheet } from './encodeSheet';
import { say } from './encodeStrings';
import type { CliIo } from './io';
import { readInput } from './readInput';
import { refuseToOverwrite } from './refuseToOverwrite';
import { tell } from './tell';
import { unwritable } from './unwritable';

const MAX_TABLE_MB = 64;

/**
 * Exit code 0, or 1 when rows failed: those are told on stderr, the others are written all the
 * same.
 * @throws UsageError when files would be overwritten unasked; then nothing is written
 */
export async function encodeBatch(
  parsed: EncodeArguments,
  batch: BatchArguments,
  prover: Prover | undefined,
  io: CliIo,
): Promise<number> {
  const { folder } = batch;
  const rows = await rowsOf(batch, io);
  const fileAt = (into: string, name: string) => join(into, name + extensionOf(parsed.format));
  if (folder !== undefined) {
    const files = rows.map(({ name }) => fileAt(folder, name));
    refuseToOverwrite(files, parsed.force, io.locale);
    try {
      mkdirSync(folder, { recursive: true });
    } catch (error) {
      unwritable(folder)(error as Error);
    }
  }
  // A sheet alone is drawn, whatever format single files would have.
  const making = folder === undefined ? { ...makingOf(parsed), format: 'svg' as const } : makingOf(parsed);
  const entries: SheetEntry[] = [];
  let failed = 0;
  for (const [i, row] of rows.entries()) {
    if (io.isTty && i % 50 === 0) io.stderr(`\r${i}/${rows.length}`);
    try {
      const { text, secret } = row.content();
      const made = { ...makeSymbol(text, making, prover), secret };
      if (folder !== undefined) write(fileOf(made, parsed), fileAt(folder, row.name), io, !parsed.force);
      if (parsed.sheet) entries.push({ symbol: made.symbol, label: row.name });
    } catch (error) {
      failed++;
      clearProgress(io);
      tell(
        io,
        say('rowFailed', io.locale, {
          file: visiblePath(batch.file),
          line: row.line,
          message: asFailure(error, io.locale).message,
        }),
      );
    }
  }
  clearProgress(io);
  tell(io, say('batchDone', io.locale, { written: rows.length - failed, failed }));
  await writeSheet(basename(batch.file), entries, parsed, io);
  io.note?.({
    op: 'make',
    target: folder ?? parsed.sheet?.file ?? '-',
    result: failed > 0 ? 'failed' : 'ok',
    detail: { format: parsed.format, rows: rows.length, failed, from: basename(batch.file) },
  });
  return failed > 0 ? 1 : 0;
}

function clearProgress({ isTty, stderr }: CliIo): void {
  if (isTty) stderr('\r\x1b[K');
}

async function rowsOf({ file, column, kind, pattern }: BatchArguments, io: CliIo): Promise<BatchPlan['rows']> {
  const content = file === '-' ? await io.stdin() : readInput(file, MAX_TABLE_MB);
  const table = /^\.(csv|tsv)$/i.test(extname(file)) || kind !== undefined || column !== undefined;
  return planBatch({ content, table, column, kind: kind?.kind, namePattern: pattern }).rows;
}
