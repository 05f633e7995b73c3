/** What all ways of `encode` do with a finished symbol: read it back, make its file, write it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fault } from '../worker/protocol/errors';
import type { QrSymbol, ReadBack } from '../worker/protocol/symbol';
import { prepareZxing } from '../worker/qr/decode/prepareZxing';
import type { Zxing } from '../worker/qr/decode/zxing';
import { readBack } from '../worker/qr/readBack';
import { extensions, render } from '../worker/qr/render/render';
import type { EncodeArguments } from './encodeArguments';
import type { CliIo } from './io';
import { createFile, replaceFile } from './replaceFile';

export type Reader = (symbol: QrSymbol, bytes: Uint8Array) => ReadBack;

/** Reads symbols back in the look that is asked for; undefined when that is not wanted. */
export async function reader({ verify: wanted, look, format }: EncodeArguments, io: CliIo): Promise<Reader | undefined> {
  if (!wanted) return undefined;
  const engine = await engineOf(io);
  return (symbol, bytes) => readBack(symbol, bytes, engine, look, format === 'json' ? 'svg' : format);
}

export const engineOf = async (io: CliIo): Promise<Zxing> => prepareZxing(await readFile(join(io.distDir, 'zxing_reader.wasm')));

/**
 * The file of a symbol; as JSON one line with the facts and the modules as rows of 0 and 1. A secret never becomes a title.
 * @param made `secret`: the text, or the whole that it is a part of, holds one
 */
export function fileOf(
  made: { text: string; secret: boolean; symbol: QrSymbol },
  { format, look }: EncodeArguments,
  readBack: ReadBack | undefined,
): string | Uint8Array {
  const { text, secret, symbol, ...facts } = made;
  if (format !== 'json') return render(symbol, format, { ...look, title: text === '' || secret ? undefined : text });
  const { size, modules, ...rest } = symbol;
  const rows = Array.from({ length: size }, (_, row) => modules.subarray(row * size, (row + 1) * size).join(''));
  return `${JSON.stringify({ text, secret, ...facts, ...rest, size, modules: rows, readBack })}\n`;
}

/** `isNew`: its name was made here and not typed, so that nothing may stand there. */
export function write(file: string | Uint8Array, output: string | undefined, io: CliIo, isNew = false): void {
  if (output === undefined) io.stdout(file);
  else if (isNew) createFile(output, file);
  else replaceFile(output, file);
}

/** The extension of a format's files. */
export const extensionOf = (format: EncodeArguments['format']): string => (format === 'json' ? '.json' : extensions[format]);

/** What failed when a file or folder was to be written, as a fault that names it. */
export const unwritable =
  (file: string) =>
  (error: Error): never => {
    throw fault('file-unwritable', { file, reason: error.message });
  };
