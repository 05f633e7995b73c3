/** `encode`: text in, a verified QR code out. */
import { asFailure } from '../worker/protocol/errors';
import type { Locale } from '../worker/protocol/finding';
import { contrast } from '../worker/qr/contrast';
import { type Encoded, encode } from '../worker/qr/encode';
import { resolveLook, standardMarginModules } from '../worker/qr/render/look';
import { type EncodeArguments, encodeArguments } from './encodeArguments';
import { encodeBatch } from './encodeBatch';
import { fileOf, reader, write } from './encodeFile';
import { writeSet } from './encodeSet';
import { help, say } from './encodeStrings';
import type { CliIo } from './io';
import { UsageError } from './usageError';

/** Exit code 0 when everything was written, 1 when some rows of a batch were not, 2 for everything else; nothing is written then. */
export async function run(args: string[], io: CliIo): Promise<number> {
  try {
    const parsed = encodeArguments(args, io.locale);
    if (parsed.help) io.stdout(help[io.locale]);
    else if (parsed.batch) return await encodeBatch(parsed, parsed.batch, await reader(parsed, io), io);
    else await make(parsed, io);
    return 0;
  } catch (error) {
    io.stderr(`${error instanceof UsageError ? error.message : asFailure(error, io.locale).message}\n`);
    return 2;
  }
}

async function make(parsed: EncodeArguments, io: CliIo): Promise<void> {
  const text = parsed.text ?? decodeUtf8(await io.stdin(), io.locale);
  const readBack = await reader(parsed, io);
  if (parsed.split) return writeSet(text, parsed, readBack, io);
  const encoded = encode(text, parsed.options);
  for (const warning of warnings(encoded, parsed, io.locale)) io.stderr(`${warning}\n`);
  await write(fileOf({ text, ...encoded }, parsed, readBack?.(encoded.symbol, new TextEncoder().encode(text))), parsed.output, io);
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
