/** `encode`: text in, a verified QR code out. */
import '../worker/hosts/nodeCodecs';
import { asFailure } from '../worker/protocol/errors';
import type { Locale } from '../worker/protocol/finding';
import { makingChoices, STANDARD_MARGIN_MODULES } from '../worker/protocol/style';
import type { Level } from '../worker/protocol/symbol';
import { contrast, type MadeSymbol, makeSymbol, resolveLook, scanMargin } from '../worker/qr';
import { contentMark } from './contentMark';
import { type EncodeArguments, encodeArguments } from './encodeArguments';
import { encodeBatch } from './encodeBatch';
import { engineOf, fileOf, makingOf, proverOf, write } from './encodeFile';
import { encodeOptions } from './encodeOptions';
import { writeSet } from './encodeSet';
import { encodeHelp, say } from './encodeStrings';
import type { CliIo } from './io';
import { optionHelp } from './optionHelp';
import { readInput } from './readInput';
import { tell } from './tell';
import { UsageError } from './usageError';

/**
 * Exit code 0 when everything was written, 1 when some rows of a batch were not, 2 for everything
 * else; nothing is written then.
 */
export async function run(args: string[], io: CliIo): Promise<number> {
  try {
    const parsed = withLogo(encodeArguments(args, io.locale));
    if (parsed.help) io.stdout(optionHelp(encodeHelp.head, encodeOptions, encodeHelp.tail, io.locale));
    else if (parsed.batch) return await encodeBatch(parsed, parsed.batch, await proverOf(parsed, io), io);
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
  const look = {
    ...parsed.look,
    logo: { bytes: readInput(parsed.logo, MAX_LOGO_MB), share: parsed.options.logoShare },
  };
  resolveLook(look);
  return { ...parsed, look };
}

async function make(parsed: EncodeArguments, io: CliIo): Promise<void> {
  const bytes = parsed.text === undefined ? await io.stdin() : new TextEncoder().encode(parsed.text);
  const text = parsed.bytes ? '' : (parsed.text ?? decodeUtf8(bytes, io.locale));
  const prover = await proverOf(parsed, io);
  if (parsed.split) return writeSet(text, parsed, prover, io);
  const making = makingOf(parsed);
  const made = makeSymbol(parsed.bytes ? bytes : text, making, prover);
  for (const warning of warnings(made, parsed, io.locale)) tell(io, warning);
  if (parsed.scanMargin) {
    const { score, message } = await scanMargin(
      made.symbol,
      making.format,
      parsed.look,
      prover ?? (await engineOf(io)),
      io.locale,
    );
    tell(io, say('scanMargin', io.locale, { score, message }));
  }
  write(fileOf(made, parsed), parsed.output, io);
  const { level, version } = made.symbol;
  io.note?.({
    op: 'make',
    target: parsed.output ?? '-',
    result: 'ok',
    content: contentMark(parsed.bytes ? bytes : text, made.secret),
    detail: { format: parsed.format, level, version },
  });
}

function decodeUtf8(bytes: Uint8Array, locale: Locale): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError(say('notUtf8', locale));
  }
}

function warnings(
  { symbol, wantedLevel, capacities }: MadeSymbol,
  { look }: EncodeArguments,
  locale: Locale,
): string[] {
  const { dark, light, marginModules } = resolveLook(look);
  const { ratio, inverted, verdict } = contrast(dark, light);
  return [
    ...levelWarning(symbol.level, wantedLevel, capacities, locale),
    ...(marginModules < STANDARD_MARGIN_MODULES ? [say('smallMargin', locale)] : []),
    ...(verdict === 'good' ? [] : [say('weakContrast', locale, { ratio: (Math.floor(ratio * 10) / 10).toFixed(1) })]),
    ...(inverted ? [say('inverted', locale)] : []),
  ];
}

function levelWarning(level: Level, wanted: Level, capacities: Record<Level, number>, locale: Locale): string[] {
  const steps = makingChoices.level.indexOf(level) - makingChoices.level.indexOf(wanted);
  if (steps === 0) return [];
  return [
    steps > 0
      ? say('raisedLevel', locale, { wanted, level })
      : say('loweredLevel', locale, { wanted, capacity: capacities[wanted], level }),
  ];
}
