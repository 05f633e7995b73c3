import { beforeEach, expect, it } from 'vitest';
import type { Connection } from 'vscode-languageserver';
import type {
  BatchParams,
  BatchPiece,
  BatchPreview,
  BatchSymbols,
  SheetParams,
} from '../../../src/worker/protocol/batch';
import { batchMethod, batchPreviewMethod, batchSymbolsMethod, sheetMethod } from '../../../src/worker/protocol/methods';
import { decodeModulesWithLibrary } from '../../../src/worker/qr/decode/zxingModules';
import { batchService } from '../../../src/worker/service/batchService';
import { testEngine } from '../qr/decode/engine';

const engine = await testEngine();

let ask: <T>(method: string, params: unknown) => Promise<T>;
beforeEach(() => {
  const handlers = new Map<string, (params: unknown) => unknown>();
  const connection = {
    onRequest: (method: string, handler: (params: unknown) => unknown) => handlers.set(method, handler),
  };
  batchService(
    connection as unknown as Connection,
    { engine: async () => engine, decodePool: () => expect.unreachable() },
    'en',
  );
  ask = async (method, params) => (await handlers.get(method)!(params)) as never;
});

const csv = (lines: number) =>
  `name,link\n${Array.from({ length: lines }, (_, i) => `n${i},https://example.com/${i}`).join('\n')}`;
const params = (more: Partial<BatchParams> = {}): BatchParams => ({
  content: new TextEncoder().encode(csv(60)),
  table: true,
  column: 'link',
  namePattern: '{name}',
  format: 'svg',
  from: 0,
  take: 25,
  ...more,
});

it('gives every row once, piece by piece', async () => {
  const names: string[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const piece: BatchPiece = await ask(batchMethod.method, params({ from }));
    names.push(...piece.files.map(({ name }) => name));
    from = piece.next;
  }
  expect(names).toEqual(Array.from({ length: 60 }, (_, i) => `n${i}.svg`));
});

it('masks what holds a secret, in the preview and in the names', async () => {
  const secrets = [
    'https://ada:hunter2@git.example.org/x',
    'otpauth-migration://offline?data=hunter2',
    'WIFI:T:WPA;S:a;P:hunter2!;;',
  ];
  const content = ['plain', ...secrets].join('\n');
  const { rows } = await ask<BatchPreview>(batchPreviewMethod.method, {
    content,
    table: false,
    namePattern: '{n}-{text}',
  });
  expect(rows.map(({ secret }) => secret)).toEqual([false, true, true, true]);
  expect(rows[0]).toMatchObject({ name: '1-plain', text: 'plain' });
  const told = { ...params({ content, namePattern: '{text}' }), table: false, column: undefined };
  const { files } = await ask<BatchPiece>(batchMethod.method, told);
  const said = JSON.stringify(rows) + files.map(({ name, bytes }) => name + new TextDecoder().decode(bytes)).join();
  expect(said).not.toContain('hunter2');
});

it('takes the level that a kind demands, whatever is asked for', async () => {
  const content = 'name,iban\nA,DE89370400440532013000';
  const wanted = { content, table: true, kind: 'epc', from: 0, options: { level: 'H', boostLevel: true } };
  const { entries } = await ask<BatchSymbols>(batchSymbolsMethod.method, wanted);
  expect(entries.map(({ symbol }) => symbol.level)).toEqual(['M']);
});

it('prints the symbols of pieces, and tells the rows that failed', async () => {
  const content = `link\nhttps://example.com/1\n${'x'.repeat(3000)}\nhttps://example.com/3`;
  const { entries, failures } = await ask<BatchSymbols>(
    batchSymbolsMethod.method,
    params({ content, column: 'link', namePattern: '{n}' }),
  );
  expect(failures.map(({ line, error }) => [line, error.code])).toEqual([[3, 'text-too-long']]);
  expect(
    entries.map(({ symbol, label }) => [label, decodeModulesWithLibrary(symbol.modules, symbol.size)?.text]),
  ).toEqual([
    ['1', 'https://example.com/1'],
    ['3', 'https://example.com/3'],
  ]);
  const sheet: SheetParams = { entries, format: 'html', title: 'T' };
  const { bytes } = await ask<{ bytes: Uint8Array }>(sheetMethod.method, sheet);
  expect(new TextDecoder().decode(bytes).match(/<figcaption>\d/g)).toEqual(['<figcaption>1', '<figcaption>3']);
});

it('gives no file that does not read in its look and format', async () => {
  const render = { scale: 1, modules: 'dots', finders: 'circle' } as const;
  const given = {
    ...params({ content: 'hello world hello world', format: 'png', render }),
    table: false,
    column: undefined,
  };
  const { files, failures } = await ask<BatchPiece>(batchMethod.method, given);
  expect([files, failures.map(({ error }) => error.code)]).toEqual([[], ['style-not-read-back']]);
  expect((await ask<BatchPiece>(batchMethod.method, { ...given, render: { ...render, scale: 8 } })).files).toHaveLength(
    1,
  );
});
