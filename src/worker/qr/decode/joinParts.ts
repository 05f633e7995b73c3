/**
 * Puts the symbols of structured append together again (ISO/IEC 18004:2024 §8), and names the parts
 * that are missing.
 */
import type { DecodedSet, DecodedSymbol } from '../../protocol/picture';
import { joinBytes } from '../../text/joinBytes';
import { parityOf } from '../headers';
import { secretKindOf } from '../secret';
import { decodeAs } from './charset/decodeAs';
import { guessCharset } from './charset/guessCharset';

type Part = DecodedSymbol & { part: NonNullable<DecodedSymbol['part']> };

const isPart = (symbol: DecodedSymbol): symbol is Part => symbol.part !== undefined;

/**
 * @param symbols of one picture or of several, in any order; those without a part are left out
 * @returns one set for each parity and number of parts, in the order of their first symbol; a part
 * seen twice counts once
 */
export function joinParts(symbols: readonly DecodedSymbol[]): DecodedSet[] {
  const groups = new Map<string, Part[]>();
  for (const symbol of symbols.filter(isPart)) {
    const key = `${symbol.part.parity} ${symbol.part.count}`;
    const group = groups.get(key) ?? [];
    if (!group.some(({ part }) => part.index === symbol.part.index)) group.push(symbol);
    groups.set(key, group);
  }
  return [...groups.values()].map(setOf);
}

function setOf(found: readonly Part[]): DecodedSet {
  const { count, parity } = found[0]!.part;
  const parts = [...found].sort((a, b) => a.part.index - b.part.index);
  const seen = new Set(parts.map(({ part }) => part.index));
  const missing = Array.from({ length: count }, (_, index) => index).filter((index) => !seen.has(index));
  const secretPart = parts.find(({ secret }) => secret);
  const secrecy = (kind = secretPart?.secretKind) => ({
    secret: secretPart !== undefined || kind !== undefined,
    ...(kind && { secretKind: kind }),
  });
  if (missing.length) return { count, parity, missing, ...secrecy() };
  const bytes = joinBytes(parts.map((part) => part.bytes));
  const parityHolds = parityOf(bytes) === parity;
  const text = textOf(parts, bytes);
  // Some encoders write 0 instead of a parity: nothing can be said then.
  return {
    count,
    parity,
    missing,
    text,
    ...secrecy(secretKindOf(text)),
    ...((parity || parityHolds) && { parityHolds }),
  };
}

/**
 * A character may be cut between two symbols, so the bytes are understood as a whole wherever no
 * part says more than its bytes.
 */
function textOf(parts: readonly Part[], bytes: Uint8Array): string {
  const whole = parts.map(({ text }) => text).join('');
  const named = new Set(parts.map(({ charset }) => charset).filter((charset) => charset?.from !== 'ascii'));
  const names = [...new Set([...named].map((charset) => charset?.name))];
  if ([...named].every((charset) => charset?.from === 'guess'))
    return decodeAs(guessCharset(bytes).name, bytes) ?? whole;
  if (whole.includes('\ufffd') && names.length === 1 && names[0]) return decodeAs(names[0], bytes) ?? whole;
  return whole;
}
