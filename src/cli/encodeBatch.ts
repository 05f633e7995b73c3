/** `encode --batch`: a symbol for each line or row of a file. */
import { mkdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { SheetEntry } from '../worker/protocol/batch';
import { asFailure, fault } from '../worker/protocol/errors';
import { parseCsv } from '../worker/qr/batch/csv';
import { nameFromPattern, uniqueNames } from '../worker/qr/batch/fileNames';
import { type BatchRow, csvRows, lineRows } from '../worker/qr/batch/rows';
import { tableText } from '../worker/qr/batch/tableText';
import { encode } from '../worker/qr/encode';
import type { BatchArguments, EncodeArguments } from './encodeArguments';
import { extensionOf, fileOf, type Reader, unwritable, write } from './encodeFile';
import { writeSheet } from './encodeSheet';
import { say } from './encodeStrings';
import type { CliIo } from './io';

/** Exit code 0, or 1 when rows failed: those are told on stderr, the others are written all the same. */
export async function encodeBatch(
  parsed: EncodeArguments,
  batch: BatchArguments,
  readBack: Reader | undefined,
  io: CliIo,
): Promise<number> {
  const rows = await rowsOf(batch, io);
  await makeFolder(batch.folder);
  const entries: SheetEntry[] = [];
  const unique = uniqueNames();
  let failed = 0;
  for (const [i, row] of rows.entries()) {
    if (io.isTty && i % 50 === 0) io.stderr(`\r${i}/${rows.length}`);
    try {
      const label = unique(nameFromPattern(batch.pattern, row.value));
      const text = row.text();
      const encoded = encode(text, parsed.options);
      const proof = readBack?.(encoded.symbol, new TextEncoder().encode(text));
      if (batch.folder !== undefined)
        await write(fileOf({ text, ...encoded }, parsed, proof), join(batch.folder, label + extensionOf(parsed.format)), io);
      if (parsed.sheet) entries.push({ symbol: encoded.symbol, label });
    } catch (error) {
      failed++;
      io.stderr(
        `${io.isTty ? '\r' : ''}${say('rowFailed', io.locale, { file: batch.file, line: row.line, message: asFailure(error, io.locale).message })}\n`,
      );
    }
  }
  io.stderr(`${io.isTty ? '\r' : ''}${say('batchDone', io.locale, { written: rows.length - failed, failed })}\n`);
  await writeSheet(basename(batch.file), entries, parsed, io);
  return failed > 0 ? 1 : 0;
}

const makeFolder = (folder: string | undefined) =>
  folder === undefined ? undefined : mkdir(folder, { recursive: true }).catch(unwritable(folder));

async function rowsOf({ file, column, kind }: BatchArguments, io: CliIo): Promise<BatchRow[]> {
  const bytes =
    file === '-'
      ? await io.stdin()
      : await readFile(file).catch((error: Error) => Promise.reject(fault('file-unreadable', { reason: error.message })));
  const { text } = tableText(bytes);
  const isTable = /^\.(csv|tsv)$/i.test(extname(file)) || kind !== undefined || column !== undefined;
  return isTable ? csvRows(parseCsv(text), column, kind) : lineRows(text);
}
