/** Every text of the judge's table on every way out of the product. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { Connection } from 'vscode-languageserver';
import { run } from '../../../src/cli/encode';
import { symbolName } from '../../../src/extension/fileNameOf';
import { altText } from '../../../src/extension/out/altText';
import { defaultMakeOptions } from '../../../src/extension/panel/makeOptions';
import { savedState } from '../../../src/extension/panel/savedState';
import type { MadeSymbol } from '../../../src/extension/panel/shown';
import type { BatchPiece, BatchPreview } from '../../../src/worker/protocol/batch';
import {
  batchMethod,
  batchPreviewMethod,
  type EncodedText,
  encodeMethod,
  encodeSetMethod,
} from '../../../src/worker/protocol/methods';
import { MASK } from '../../../src/worker/protocol/payload';
import { safeName } from '../../../src/worker/qr/batch/fileNames';
import { decodeImage } from '../../../src/worker/qr/decode/decodeImage';
import { render } from '../../../src/worker/qr/render/render';
import { batchService } from '../../../src/worker/service/batchService';
import { qrService } from '../../../src/worker/service/qrService';
import { testEngine } from './decode/engine';
import { openTexts, secretTexts } from './secretTexts';

vi.mock('vscode', () => ({ l10n: { t: (english: string, value = '') => english.replace('{0}', value) } }));

const engine = await testEngine();
const handlers = new Map<string, (params: unknown) => unknown>();
const connection = {
  onRequest: (method: string, handler: (params: unknown) => unknown) => handlers.set(method, handler),
};
const host = { engine: async () => engine, decodePool: () => expect.unreachable() };
qrService(connection as unknown as Connection, host, 'en');
batchService(connection as unknown as Connection, host, 'en');
const ask = async <T>(method: string, params: unknown) => (await handlers.get(method)!(params)) as T;

const table = [
  ...secretTexts.map((text) => ({ text, secret: true })),
  ...openTexts.map((text) => ({ text, secret: false })),
];
const { items } = await ask<{ items: EncodedText[] }>(encodeMethod.method, {
  texts: table.map(({ text }) => text),
  options: { level: 'L' },
});

it('tells of every symbol that was made or read whether it holds a secret', () => {
  expect(items.map(({ error, secret }) => error?.code ?? secret)).toEqual(table.map(({ secret }) => secret));
  for (const { text, secret, symbol } of items) {
    const { symbols } = decodeImage(render(symbol!, 'png', { scale: 4 }), {}, engine);
    expect(symbols.map((read) => [read.text, read.secret])).toEqual([[text, secret]]);
  }
});

it('gives no secret to titles, alternative texts, file names and the saved state of the panel', () => {
  const made = items.map((item) => ({ source: { text: item.text }, item: item as MadeSymbol }));
  expect(made.map((each) => symbolName(each) === 'qr-code')).toEqual(table.map(({ secret }) => secret));
  expect(made.map((each) => altText(each) === 'QR code')).toEqual(table.map(({ secret }) => secret));
  const shown = made.map((each) => ({ ...each, level: 'H' as const, exact: false, split: false }));
  const saved = savedState('make', defaultMakeOptions, { made: shown, pictures: [], folder: null });
  expect(saved.symbols.map(({ text }) => text)).toEqual(openTexts.slice(0, saved.symbols.length));
});

it('gives none to the names and the preview of a batch', async () => {
  const quoted = table.map(({ text }) => `"${text.replaceAll('"', '""')}"`);
  const source = { content: ['what', ...quoted].join('\n'), table: true, column: 'what', namePattern: '{what}' };
  const { rows } = await ask<BatchPreview>(batchPreviewMethod.method, source);
  expect(rows.map(({ text }) => text)).toEqual(table.map(({ text, secret }) => (secret ? MASK : text)));
  const options = { level: 'L' };
  const { files } = await ask<BatchPiece>(batchMethod.method, {
    ...source,
    options,
    format: 'terminal',
    from: 0,
    take: table.length,
  });
  expect(files.map(({ secret }) => secret)).toEqual(table.map(({ secret }) => secret));
  const named = files.map(({ name, secret }) => (secret ? name.replace(/^_(-\d+)?\.txt$/, '') : name));
  expect(named).toEqual(table.map(({ text, secret }) => (secret ? '' : `${safeName(text)}.txt`)));
});

it('marks every part of a set that is secret as a whole', async () => {
  const text = `${'x'.repeat(2000)} https://ada:${'y'.repeat(200)}@git.example.org`;
  const answer = await ask<{ items: EncodedText[] }>(encodeSetMethod.method, { text, options: { level: 'H' } });
  expect(answer.items.map(({ secret }) => secret)).toEqual([true, true]);
});

/** What the command line writes to standard output. */
async function encode(args: string[], stdin = ''): Promise<string> {
  const out: Uint8Array[] = [];
  const io = {
    stdout: (data: string | Uint8Array) => void out.push(Buffer.from(data as string)),
    stderr: () => undefined,
    stdin: async () => new TextEncoder().encode(stdin),
    isTty: false,
    locale: 'en' as const,
    distDir: dirname(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')),
  };
  expect(await run(args, io)).toBe(0);
  return Buffer.concat(out).toString();
}

it.each(table)('says so on the command line, and draws no title: $text', async ({ text, secret }) => {
  const args = ['-', '--no-verify', '--level', 'L', '--format'];
  expect((await encode([...args, 'svg'], text)).includes('<title>')).toBe(!secret);
  expect(JSON.parse(await encode([...args, 'json'], text))).toMatchObject({ text, secret });
  expect((await encode([...args, 'html'], text)).includes('alt=""')).toBe(secret);
});
