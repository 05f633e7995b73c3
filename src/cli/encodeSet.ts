/** `encode --split`: a long text as a set of symbols. */
import { extname } from 'node:path';
import { type MadePart, maxParts, type Prover, split } from '../worker/qr';
import { contentMark } from './contentMark';
import type { EncodeArguments } from './encodeArguments';
import { fileOf, makingOf, write } from './encodeFile';
import { writeSheet } from './encodeSheet';
import { say } from './encodeStrings';
import type { CliIo } from './io';
import { refuseToOverwrite } from './refuseToOverwrite';
import { tell } from './tell';
import { UsageError } from './usageError';

/** Formats of which several can follow each other on standard output. */
const textFormats = ['terminal', 'svg', 'json'];

/** Everything is read back before the first file is written. */
export async function writeSet(
  text: string,
  parsed: EncodeArguments,
  prover: Prover | undefined,
  io: CliIo,
): Promise<void> {
  const { level, eci, version: maxVersion } = parsed.options;
  const onlySheet = parsed.sheet && parsed.output === undefined;
  const making = {
    ...makingOf(parsed),
    options: { level, eci, maxVersion },
    ...(onlySheet && { format: 'svg' as const }),
  };
  const parts = split(text, making, prover);
  const { symbol, wantedLevel, atH, secret } = parts[0]!;
  const chosen = { level: wantedLevel, count: parts.length, size: symbol.size, most: maxParts };
  if (atH) tell(io, say('levelChosen', io.locale, { ...chosen, countAtH: atH.count, sizeAtH: atH.size }));
  else if (atH === null) tell(io, say('levelNeeded', io.locale, chosen));
  if (parts.length > 1 && parsed.output === undefined && !parsed.sheet && !textFormats.includes(parsed.format))
    throw new UsageError(say('setNeedsFile', io.locale, { count: parts.length }));
  const files = parts.map((part) => fileOf(part, parsed));
  const outputs = parts.map((part) => outputOf(parsed.output, part));
  if (parts.length > 1)
    refuseToOverwrite(
      outputs.flatMap((output) => output ?? []),
      parsed.force,
      io.locale,
    );
  if (!onlySheet)
    for (const [i, file] of files.entries()) write(file, outputs[i], io, parts.length > 1 && !parsed.force);
  const entries = parts.map(({ symbol, part }) => ({ symbol, label: `${part.index + 1} / ${part.count}` }));
  await writeSheet(secret ? '' : text, entries, parsed, io);
  io.note?.({
    op: 'make',
    target: parsed.output ?? parsed.sheet?.file ?? '-',
    result: 'ok',
    content: contentMark(text, secret),
    detail: { format: onlySheet ? 'sheet' : parsed.format, symbols: parts.length },
  });
}

/** a.png, or a-1.png and so on for more than one. */
function outputOf(output: string | undefined, { part }: MadePart): string | undefined {
  if (output === undefined || part.count === 1) return output;
  const extension = extname(output);
  return `${output.slice(0, output.length - extension.length)}-${part.index + 1}${extension}`;
}
