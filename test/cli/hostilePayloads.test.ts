/** Texts that want more than to be read: what `decode` and the log make of them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeReports } from '../../src/cli/decodeReports';
import { requestLog } from '../../src/extension/requestLog';
import type { DecodedPicture } from '../../src/worker/protocol/picture';
import { decodeImage } from '../../src/worker/qr/decode/decodeImage';
import { writePng } from '../../src/worker/qr/png';
import { drawSymbol } from '../worker/qr/decode/drawSymbol';
import { testEngine } from '../worker/qr/decode/engine';

const payloads = {
  html: '<img src=x onerror=alert(1)><!--<script>alert(1)</script>',
  markdown: '[a](javascript:alert(1)) ![x](https://example.org/x.png) `code` | cell |\n# heading',
  escapes: '\u001b]0;title\u0007\u001b[2J\u001b[31mred\u009b0m\u001bPq\u001b\\',
  commands: '::set-output name=a::b\n::error file=a::b',
  controls: 'a\u0000b\u0008\u0008c\rdone\u007f\u0085',
  bidi: 'https://example.org/\u202egnp.exe\u2066x\u2069 \u200f',
  formula: '=HYPERLINK("https://example.org","x")',
  '7 KB': '7'.repeat(7089),
};

const read: Record<string, DecodedPicture> = {};
beforeAll(async () => {
  const engine = await testEngine();
  for (const [name, text] of Object.entries(payloads)) {
    const { data, width, height } = drawSymbol(text, { errorCorrectionLevel: 'L', scale: 3 });
    read[name] = decodeImage(writePng(data, width, height), {}, engine);
  }
});

function printed(format: keyof typeof decodeReports): { out: string; err: string } {
  const said = { out: '', err: '' };
  const report = decodeReports[format](
    { locale: 'en', stdout: (text) => (said.out += text), stderr: (text) => (said.err += text) },
    Object.keys(payloads).length,
  );
  for (const [name, picture] of Object.entries(read)) report.picture(`${name}\u001b[0m.png`, picture);
  report.end();
  return said;
}

describe('hostile payloads', () => {
  it('are read as they are', () => {
    for (const [name, text] of Object.entries(payloads)) expect(read[name]!.symbols[0]?.text, name).toBe(text);
  });

  it('are one line each as text, without anything that a terminal or a build server obeys', () => {
    const { out, err } = printed('text');
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(Object.keys(payloads).length);
    for (const line of lines)
      expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]|^\s*::/u);
    expect(err).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  it.each(['json', 'jsonl'] as const)('come back whole out of %s, which has no control of its own', (format) => {
    const { out } = printed(format);
    expect(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.exec(out)?.[0]).toBeUndefined();
    const pictures = (
      format === 'json'
        ? JSON.parse(out)
        : out
            .trimEnd()
            .split('\n')
            .map((l) => JSON.parse(l))
    ) as {
      symbols: { text: string }[];
    }[];
    expect(pictures.map(({ symbols }) => symbols[0]!.text)).toEqual(Object.values(payloads));
  });

  it('do not get into the log', async () => {
    const lines: string[] = [];
    const log = requestLog((line) => lines.push(line));
    await log('qr/decode', { pictures: [{ name: payloads.escapes }] }, undefined, async () => ({
      pictures: Object.values(read),
    }));
    expect(lines).toEqual([expect.stringMatching(/^qr\/decode: ok, \d+ ms$/)]);
  });
});
