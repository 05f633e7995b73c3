/** From a host in ASCII back to its own letters (RFC 3492). */

const BASE = 36;
const SMALLEST = 1;
const LARGEST = 26;
const SKEW = 38;
const DAMP = 700;
const FIRST_BIAS = 72;
const FIRST_CODE = 128;
/** A label of a host is no longer (RFC 1035 §2.3.4). */
const MAX_LABEL = 63;

/** RFC 3492 §6.1. */
function adapted(delta: number, points: number, isFirst: boolean): number {
  let rest = Math.floor(isFirst ? delta / DAMP : delta / 2);
  rest += Math.floor(rest / points);
  let bias = 0;
  for (; rest > ((BASE - SMALLEST) * LARGEST) / 2; bias += BASE) rest = Math.floor(rest / (BASE - SMALLEST));
  return bias + Math.floor(((BASE - SMALLEST + 1) * rest) / (rest + SKEW));
}

/** RFC 3492 §6.2 of what stands behind `xn--`; undefined when it is none. */
function decoded(label: string): string | undefined {
  const border = label.lastIndexOf('-');
  const points = [...label.slice(0, Math.max(border, 0))].map((c) => c.codePointAt(0)!);
  let code = FIRST_CODE;
  let bias = FIRST_BIAS;
  let index = 0;
  for (let at = border + 1; at < label.length; ) {
    const old = index;
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = Number.parseInt(digitOf(label[at++] ?? ''), BASE);
      if (Number.isNaN(digit)) return undefined;
      index += digit * weight;
      const threshold = Math.min(LARGEST, Math.max(SMALLEST, k - bias));
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    bias = adapted(index - old, points.length + 1, old === 0);
    code += Math.floor(index / (points.length + 1));
    index %= points.length + 1;
    if (code > 0x10ffff) return undefined;
    points.splice(index++, 0, code);
  }
  return String.fromCodePoint(...points);
}

/** In Punycode a to z are 0 to 25 and the digits follow; in base 36 the digits come first. */
const digitOf = (c: string): string =>
  /[a-z]/i.test(c)
    ? (c.toLowerCase().charCodeAt(0) - 97).toString(BASE)
    : /\d/.test(c)
      ? (Number(c) + 26).toString(BASE)
      : '';

/** The labels of a host that are in Punycode in their own letters, the others as they are. */
export const unicodeHost = (host: string): string =>
  host
    .split('.')
    .map((label) =>
      label.startsWith('xn--') && label.length <= MAX_LABEL ? (decoded(label.slice(4)) ?? label) : label,
    )
    .join('.');
