/** What literals of Python stand for (The Python Language Reference, 2.4). */

const ESCAPES: Record<string, string> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
};

/** What stands in front of the text of a literal; the quote is empty for half a literal. */
export function openingOf(written: string): { prefix: string; quote: string } {
  const [, prefix = '', quote = ''] = /^([A-Za-z]*)("""|'''|"|')?/.exec(written)!;
  return { prefix, quote };
}

/** The text of a string or byte literal as written, prefix and quotes included. */
export function readString(written: string): string {
  const { prefix, quote } = openingOf(written);
  const start = prefix.length + quote.length;
  const isClosed = written.length >= start + quote.length && written.endsWith(quote);
  const body = written.slice(start, isClosed && quote !== '' ? written.length - quote.length : undefined);
  const plain = /f/i.test(prefix) ? body.replace(/\{\{|\}\}/g, (pair) => pair[0]!) : body;
  if (/r/i.test(prefix) || !plain.includes('\\')) return plain;
  return plain.replace(
    /\\(?:\r?\n|x([\da-fA-F]{2})|u([\da-fA-F]{4})|([0-7]{1,3})|([\s\S]))/g,
    (whole, hex?: string, unicode?: string, octal?: string, sign?: string) => {
      if (hex ?? unicode) return String.fromCharCode(Number.parseInt((hex ?? unicode)!, 16));
      if (octal) return String.fromCharCode(Number.parseInt(octal, 8));
      return sign === undefined ? '' : (ESCAPES[sign] ?? whole);
    },
  );
}

/** `1_000`, `0x1F`, `1e6`, also the `10L` and `0777` of older programs; NaN for imaginary ones. */
export function readNumber(written: string): number {
  const text = written.replaceAll('_', '').replace(/l$/i, '');
  return Number(/^0\d+$/.test(text) && !/[89]/.test(text) ? `0o${text.slice(1)}` : text);
}
