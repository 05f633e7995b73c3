/** `encode --split`: a long text as a set of symbols. */
import { extname } from 'node:path';
import { maxParts } from '../worker/qr/headers';
import { holdsSecret } from '../worker/qr/secret';
import { type EncodedPart, split } from '../worker/qr/split';
import type { EncodeArguments } from './encodeArguments';
import { fileOf, type Reader, write } from './encodeFile';
import { writeSheet } from './encodeSheet';
import { say } from './encodeStrings';
import type { CliIo } from './io';
import { refuseToOverwrite } from './refuseToOverwrite';
import { tell } from './tell';
import { UsageError } from './usageError';

/** Formats of which several can follow each other on standard output. */
const textFormats = ['terminal', 'svg', 'json'];

/** Everything is read back before the first file is written. */
export async function writeSet(text: string, parsed: EncodeArguments, readBack: Reader | undefined, io: CliIo): Promise<void> {
  const { level, eci, version: maxVersion } = parsed.options;
  const { parts, wantedLevel, atH } = split(text, { level, eci, maxVersion });
  const { size } = parts[0]!.symbol;
  const chosen = { level: wantedLevel, count: parts.length, size, most: maxParts };
  if (atH) tell(io, say('levelChosen', io.locale, { ...chosen, countAtH: atH.count, sizeAtH: atH.size }));
  else if (atH === null) tell(io, say('levelNeeded', io.locale, chosen));
  if (parts.length > 1 && parsed.output === undefined && !parsed.sheet && !textFormats.includes(parsed.format))
    throw new UsageError(say('setNeedsFile', io.locale, { count: parts.length }));
  const secret = holdsSecret(text);
  const files = parts.map(({ symbol, bytes, part }) => {
    const made = { text: new TextDecoder().decode(bytes), secret, wantedLevel, bytes: bytes.length, part, symbol };
    return fileOf(made, parsed, readBack?.(symbol, bytes));
  });
  const outputs = parts.map((part) => outputOf(parsed.output, part));
  if (parts.length > 1)
    refuseToOverwrite(
      outputs.flatMap((output) => output ?? []),
      parsed.force,
      io.locale,
    );
  if (parsed.output !== undefined || !parsed.sheet)
    for (const [i, file] of files.entries()) write(file, outputs[i], io, parts.length > 1 && !parsed.force);
  const entries = parts.map(({ symbol, part }) => ({ symbol, label: `${part.index + 1} / ${part.count}` }));
  await writeSheet(secret ? '' : text, entries, parsed, io);
}

/** a.png, or a-1.png and so on for more than one. */
function outputOf(output: string | undefined, { part }: EncodedPart): string | undefined {
  if (output === undefined || part.count === 1) return output;
  const extension = extname(output);
  return `${output.slice(0, output.length - extension.length)}-${part.index + 1}${extension}`;
}
