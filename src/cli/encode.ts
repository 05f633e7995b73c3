/** `encode`: text in, a verified QR code out. */
import { asFailure } from '../worker/protocol/errors';
import type { Locale } from '../worker/protocol/finding';
import type { Level } from '../worker/protocol/symbol';
import { contrast } from '../worker/qr/contrast';
import { type Encoded, encode, encodeBytes } from '../worker/qr/encode';
import { levels } from '../worker/qr/limits';
import { scanMargin } from '../worker/qr/margin/scanMargin';
import { resolveLook, standardMarginModules } from '../worker/qr/render/look';
import { holdsSecret } from '../worker/qr/secret';
import { type EncodeArguments, encodeArguments } from './encodeArguments';
import { encodeBatch } from './encodeBatch';
import { engineOf, fileOf, reader, write } from './encodeFile';
import { writeSet } from './encodeSet';
import { help, say } from './encodeStrings';
import type { CliIo } from './io';
import { readInput } from './readInput';
import { tell } from './tell';
import { UsageError } from './usageError';

/** Exit code 0 when everything was written, 1 when some rows of a batch were not, 2 for everything else; nothing is written then. */
export async function run(args: string[], io: CliIo): Promise<number> {
  try {
    const parsed = withLogo(encodeArguments(args, io.locale));
    if (parsed.help) io.stdout(help[io.locale]);
    else if (parsed.batch) return await encodeBatch(parsed, parsed.batch, await reader(parsed, io), io);
    else await make(parsed, io);
    return 0;
  } catch (error) {
    tell(io, error instanceof UsageError ? error.message : asFailure(error, io.locale).message);
    return 2;
  }
}

/** The decoder has a limit of its own for the picture. */
const MAX_LOGO_MB = 64;

/** The logo's bytes become part of the look. */
function withLogo(parsed: EncodeArguments): EncodeArguments {
  if (parsed.logo === undefined) return parsed;
  const look = { ...parsed.look, logo: { bytes: readInput(parsed.logo, MAX_LOGO_MB), share: parsed.options.logoShare } };
  resolveLook(look);
  return { ...parsed, look };
}

async function make(parsed: EncodeArguments, io: CliIo): Promise<void> {
  const bytes = parsed.text === undefined ? await io.stdin() : new TextEncoder().encode(parsed.text);
  const text = parsed.bytes ? '' : (parsed.text ?? decodeUtf8(bytes, io.locale));
  const readBack = await reader(parsed, io);
  if (parsed.split) return writeSet(text, parsed, readBack, io);
  const encoded = parsed.bytes ? encodeBytes(bytes, parsed.options) : encode(text, parsed.options);
  for (const warning of warnings(encoded, parsed, io.locale)) tell(io, warning);
  if (parsed.scanMargin) {
    const engine = await engineOf(io);
    const format = parsed.format === 'json' ? 'svg' : parsed.format;
    const { score, message } = await scanMargin(encoded.symbol, format, parsed.look, engine, io.locale);
    tell(io, say('scanMargin', io.locale, { score, message }));
  }
  write(fileOf({ text, secret: holdsSecret(text), ...encoded }, parsed, readBack?.(encoded.symbol, bytes)), parsed.output, io);
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
    ...levelWarning(symbol.level, wantedLevel, capacities, locale),
    ...(marginModules < standardMarginModules ? [say('smallMargin', locale)] : []),
    ...(verdict === 'good' ? [] : [say('weakContrast', locale, { ratio: (Math.floor(ratio * 10) / 10).toFixed(1) })]),
    ...(inverted ? [say('inverted', locale)] : []),
  ];
}

function levelWarning(level: Level, wanted: Level, capacities: Record<Level, number>, locale: Locale): string[] {
  const steps = levels.indexOf(level) - levels.indexOf(wanted);
  if (steps === 0) return [];
  return [
    steps > 0
      ? say('raisedLevel', locale, { wanted, level })
      : say('loweredLevel', locale, { wanted, capacity: capacities[wanted], level }),
  ];
}
