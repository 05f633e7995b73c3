/**
 * GB 18030-2005 beyond what the platform offers, which decodes it only: lengths of its characters,
 * and text into bytes.
 */

/** Bytes of the character at `at`, and the UTF-16 units that it is. */
export function gb18030Character(bytes: Uint8Array, at: number): [bytes: number, units: number] {
  const lead = bytes[at]!;
  if (lead <= 0x80) return [1, 1];
  const second = bytes[at + 1] ?? 0;
  if (second < 0x30 || second > 0x39) return [2, 1];
  return [4, lead >= 0x90 ? 2 : 1];
}

/** Four bytes count as digits of base 10, 126, 10, 126, from 81 30 81 30 on. */
const fourBytes = (n: number): number[] => [
  0x81 + Math.floor(n / 12_600),
  0x30 + (Math.floor(n / 1260) % 10),
  0x81 + (Math.floor(n / 10) % 126),
  0x30 + (n % 10),
];
/** Of U+10000. */
const FIRST_ASTRAL = 189_000;
/** Behind U+FFFF. */
const LAST_BASIC = 39_420;

let basic: Map<string, number[]> | undefined;

/** Every character of the basic plane; shorter forms win over longer ones. */
function basicTable(): Map<string, number[]> {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder('gb18030');
  const put = (bytes: number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if (character.length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, bytes);
  };
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) put([lead, trail]);
  for (let n = 0; n < LAST_BASIC; n++) put(fourBytes(n));
  return table;
}

/** Undefined for a text with half a surrogate pair, or with U+FFFD, the trace of a loss. */
export function encodeGb18030(text: string): Uint8Array | undefined {
  const out: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const bytes =
      code < 0x80
        ? [code]
        : code > 0xffff
          ? fourBytes(FIRST_ASTRAL + code - 0x10000)
          : (basic ??= basicTable()).get(character);
    if (!bytes) return undefined;
    out.push(...bytes);
  }
  return Uint8Array.from(out);
}
