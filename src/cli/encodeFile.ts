/** What all ways of `encode` do with a finished symbol: read it back, make its file, write it. */
import { readWasm } from '../worker/hosts/shipped/readWasm';
import { extensions, type RenderFormat } from '../worker/protocol/style';
import type { ReadBack } from '../worker/protocol/symbol';
import { type MadeSymbol, type Making, type Prover, prepareZxing, render } from '../worker/qr';
import { inertJson } from '../worker/text/inertJson';
import { compileLate } from './compileLate';
import type { EncodeArguments } from './encodeArguments';
import type { CliIo } from './io';
import { createFile, replaceFile } from './replaceFile';

/** What reads symbols back; undefined when that is not wanted. */
export const proverOf = async ({ verify }: EncodeArguments, io: CliIo): Promise<Prover | undefined> =>
  verify ? engineOf(io) : undefined;

export function engineOf(io: CliIo): Promise<Prover> {
  compileLate();
  return prepareZxing(readWasm(io.distDir, 'zxing_reader.wasm'));
}

/** The picture that is proven: JSON has none of its own. */
export const makingOf = ({ options, look, format }: EncodeArguments): Making & { format: RenderFormat } => ({
  options,
  look,
  format: format === 'json' ? 'svg' : format,
});

/**
 * The file of a symbol; as JSON one line with the facts and the modules as rows of 0 and 1. A
 * secret never becomes a title.
 */
export function fileOf(
  made: MadeSymbol & { readBack?: ReadBack },
  { format, look }: EncodeArguments,
): string | Uint8Array {
  const { text, secret, symbol, readBack, ...facts } = made;
  if (format !== 'json') return render(symbol, format, { ...look, title: text === '' || secret ? undefined : text });
  const { size, modules, ...rest } = symbol;
  const rows = Array.from({ length: size }, (_, row) => modules.subarray(row * size, (row + 1) * size).join(''));
  return `${inertJson(JSON.stringify({ text, secret, ...facts, ...rest, size, modules: rows, readBack }))}\n`;
}

/** `isNew`: its name was made here and not typed, so that nothing may stand there. */
export function write(file: string | Uint8Array, output: string | undefined, io: CliIo, isNew = false): void {
  if (output === undefined) io.stdout(file);
  else if (isNew) createFile(output, file);
  else replaceFile(output, file);
}

/** The extension of a format's files. */
export const extensionOf = (format: EncodeArguments['format']): string =>
  format === 'json' ? '.json' : extensions[format];
