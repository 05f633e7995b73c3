/** `encode`: text in, a verified QR code out. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asFailure } from '../worker/protocol/errors';
import type { Locale } from '../worker/protocol/finding';
import type { ReadBack } from '../worker/protocol/symbol';
import { contrast } from '../worker/qr/contrast';
import { prepareZxing } from '../worker/qr/decode/zxingWasm';
import { type Encoded, encode } from '../worker/qr/encode';
import { holdsSecret } from '../worker/qr/payloads/index';
import { resolveLook, standardMarginModules } from '../worker/qr/render/look';
import { render } from '../worker/qr/render/render';
import { verify } from '../worker/qr/verify';
import { type EncodeArguments, encodeArguments } from './encodeArguments';
import { help, say } from './encodeStrings';
import type { CliIo } from './io';
import { UsageError } from './usageError';

/** Exit code 0 when the symbol was written, 2 for everything else; nothing is written then. */
export async function run(args: string[], io: CliIo): Promise<number> {
  try {
    const parsed = encodeArguments(args, io.locale);
    if (parsed.help) io.stdout(help[io.locale]);
    else await make(parsed, io);
    return 0;
  } catch (error) {
    io.stderr(`${error instanceof UsageError ? error.message : asFailure(error, io.locale).message}\n`);
    return 2;
  }
}

async function make(parsed: EncodeArguments, io: CliIo): Promise<void> {
  const text = parsed.text ?? decodeUtf8(await io.stdin(), io.locale);
  const encoded = encode(text, { level: parsed.level });
  for (const warning of warnings(encoded, parsed, io.locale)) io.stderr(`${warning}\n`);
  const readBack = parsed.verify ? await readBackOf(encoded, text, parsed, io) : undefined;
  const file =
    parsed.format === 'json'
      ? json(text, encoded, readBack)
      : render(encoded.symbol, parsed.format, { ...parsed.look, title: holdsSecret(text) ? undefined : text });
  if (parsed.output === undefined) io.stdout(file);
  else await writeFile(parsed.output, file);
}

function decodeUtf8(bytes: Uint8Array, locale: Locale): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError(say('notUtf8', locale));
  }
}

function warnings({ symbol, wantedLevel, capacities }: Encoded, { look }: EncodeArguments, locale: Locale): string[] {
  const { dark, light, marginModules } = resolveLook(look);
  const { ratio, inverted, verdict } = contrast(dark, light);
  return [
    ...(symbol.level === wantedLevel
      ? []
      : [say('loweredLevel', locale, { wanted: wantedLevel, capacity: capacities[wantedLevel], level: symbol.level })]),
    ...(marginModules < standardMarginModules ? [say('smallMargin', locale)] : []),
    ...(verdict === 'good' ? [] : [say('weakContrast', locale, { ratio: ratio.toFixed(1) })]),
    ...(inverted ? [say('inverted', locale)] : []),
  ];
}

async function readBackOf({ symbol }: Encoded, text: string, { look }: EncodeArguments, io: CliIo): Promise<ReadBack> {
  const engine = await prepareZxing(await readFile(join(io.distDir, 'zxing_reader.wasm')));
  return verify(symbol, new TextEncoder().encode(text), engine, look);
}

/** One line: the facts and the modules as rows of 0 and 1. */
function json(text: string, { symbol, wantedLevel, bytes, capacities }: Encoded, readBack: ReadBack | undefined): string {
  const { size, modules, ...facts } = symbol;
  const rows = Array.from({ length: size }, (_, row) => modules.subarray(row * size, (row + 1) * size).join(''));
  return `${JSON.stringify({ text, wantedLevel, bytes, capacities, ...facts, size, modules: rows, readBack })}\n`;
}
