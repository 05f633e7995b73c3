import { describe, expect, it } from 'vitest';
import { decodeReports } from '../../src/cli/decodeReports';
import type { DecodedPicture } from '../../src/worker/protocol/picture';
import { decoded } from '../extension/panel/answers';

const parity = [...'one two'].reduce((sum, c) => sum ^ c.charCodeAt(0), 0);

/** A picture whose symbols are parts of the text "one two" in two. */
function parts(...wanted: [index: number, text: string][]): DecodedPicture {
  const picture = decoded(wanted.map(([, text]) => text));
  wanted.forEach(([index], i) => {
    picture.symbols[i]!.part = { index, count: 2, parity };
  });
  return picture;
}

const print = (...pictures: DecodedPicture[]) => printAs('text', ...pictures);

function printAs(
  format: 'text' | 'raw' | 'json' | 'jsonl',
  ...pictures: DecodedPicture[]
): { out: string; err: string } {
  const told = { out: '', err: '' };
  const io = {
    locale: 'en' as const,
    stdout: (data: string | Uint8Array) => (told.out += data),
    stderr: (text: string) => (told.err += text),
  };
  const report = decodeReports[format](io, pictures.length);
  pictures.forEach((picture, i) => {
    report.picture(`${i}.png`, picture);
  });
  report.end();
  return told;
}

describe('data that a terminal or a build server would obey', () => {
  const texts = [
    '\u001b]52;c;aGk=\u0007',
    'x\n1.png: safe',
    '::set-output name=a::b',
    '##vso[task.setvariable]x',
    'a\r\u0000\u202eb',
  ];

  it('is shown in the text report, line by line', () => {
    for (const text of texts) {
      for (const { out } of [print(decoded([text])), print(decoded([text]), decoded([]))]) {
        expect(out.split('\n')).toHaveLength(2);
        expect(out.slice(0, -1)).not.toMatch(/[\p{Cc}\u202e]|^::|##vso\[/u);
      }
    }
  });

  it('is exact in the raw and the JSON report', () => {
    expect(printAs('raw', decoded(texts)).out).toBe(texts.join(''));
    expect(JSON.parse(printAs('jsonl', decoded(texts)).out).symbols.map(({ text }: { text: string }) => text)).toEqual(
      texts,
    );
    expect(printAs('raw', parts([1, ' two'], [0, 'one'])).out).toBe('one two');
  });
});

it('marks every part of a secret set in the JSON report, whatever picture it stands in', () => {
  const text = 'https://ada:hunter2@git.example.org';
  const whole = [...text].reduce((sum, c) => sum ^ c.charCodeAt(0), 0);
  const pictures = [text.slice(0, 20), text.slice(20)].map((part, index) => {
    const picture = decoded([part]);
    picture.symbols[0]!.part = { index, count: 2, parity: whole };
    return picture;
  });
  const told: { symbols: { secret: boolean }[] }[] = JSON.parse(printAs('json', ...pictures, decoded(['plain'])).out);
  expect(told.map(({ symbols }) => symbols[0]!.secret)).toEqual([true, true, false]);
});

describe('the text report', () => {
  it('prints one line a symbol, with its picture where there are several', () => {
    expect(print(decoded(['a', 'b']))).toEqual({ out: 'a\nb\n', err: '' });
    expect(print(decoded(['a']), decoded([])).out).toBe('0.png: a\n');
  });

  it('prints the joined text of a set once, whether one picture or several hold it', () => {
    expect(print(parts([1, ' two'], [0, 'one'])).out).toBe('one two\n');
    const spread = print(parts([1, ' two']), parts([0, 'one']), decoded(['other']));
    expect(spread.out).toBe('2.png: other\none two\n');
    expect(spread.err).not.toBe('');
  });

  it('joins parts without a check value, and does not say that they are mixed', () => {
    const unchecked = parts([1, ' two'], [0, 'one']);
    for (const { part } of unchecked.symbols) part!.parity = 0;
    const { out, err } = print(unchecked);
    expect(out).toBe('one two\n');
    expect(err).not.toBe(print(parts([1, ' two'], [0, 'one'])).err);
    expect(err).not.toBe(print(parts([1, ' twO'], [0, 'one'])).err);
  });

  it('prints what was read before the time limit, and that there may be more', () => {
    const { out, err } = print({ ...decoded(['a']), cutOff: true });
    expect(out).toBe('a\n');
    expect(err).toMatch(/^0\.png: /);
  });

  it('prints what there is of a set with a gap, and names the gap', () => {
    const { out, err } = print(parts([1, ' two']));
    expect(out).toBe('2/2:  two\n');
    expect(err).toMatch(/: 1\n$/);
  });
});

it('tells in JSON where an address leads and what is odd about it', () => {
  const { symbols } = JSON.parse(
    printAs('jsonl', decoded(['http://xn--80ak6aa92e.com/', 'javascript:alert(1)', 'words'])).out,
  );
  expect(symbols.map(({ link }: { link?: unknown }) => link)).toEqual([
    {
      href: 'http://xn--80ak6aa92e.com/',
      host: 'xn--80ak6aa92e.com',
      unicodeHost: 'аррӏе.com',
      openable: true,
      warnings: ['lookalike', 'no-tls'],
    },
    { href: 'javascript:alert(1)', host: '', openable: false, warnings: ['runs-code'] },
    undefined,
  ]);
});
