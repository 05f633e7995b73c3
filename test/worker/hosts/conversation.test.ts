import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import { overStdio, overWorker } from './connect';

const dockerfile = {
  uri: 'file:///work/Dockerfile',
  languageId: 'dockerfile',
  version: 1,
  text: 'FROM alpine:latest\nUSER root\nCMD ["sh"]\n',
};
const compose = {
  uri: 'file:///work/compose.yaml',
  languageId: 'yaml',
  version: 1,
  text: 'services:\n  web:\n    image: nginx:1.29\n    privileged: true\n    ports:\n      - "8080:8080"\n',
};

const config = {
  uri: 'file:///work/.qrcodemaster.yaml',
  languageId: 'yaml',
  version: 1,
  text: 'profile: \nrules:\n  MLPS-IMG-001: fatal\n',
};

/**
 * Bytes as base64 wherever they stand, so that both transports can be compared; times are no part
 * of an answer.
 */
const comparable = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => (key === 'ms' ? [] : [[key, comparable(inner)]])),
    );
  return value;
};

/** One session as an editor holds it; answers what the server replied, in order. */
async function converse(connection: MessageConnection, binary: boolean): Promise<Record<string, unknown>> {
  connection.listen();
  const replies: Record<string, unknown> = {};
  const ask = async <T>(name: string, method: string, params: unknown): Promise<T> => {
    replies[name] = comparable(await connection.sendRequest(method, params));
    // A client without a token may send null in its place.
    if (method.startsWith('qr/'))
      expect(comparable(await connection.sendRequest(method, params, null)), name).toEqual(replies[name]);
    return replies[name] as T;
  };
  await ask('initialize', 'initialize', {
    processId: null,
    rootUri: null,
    locale: 'en',
    capabilities: {},
    initializationOptions: {},
  });
  await connection.sendNotification('initialized', {});
  for (const textDocument of [dockerfile, compose]) {
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    await ask(`diagnostics ${textDocument.languageId}`, 'textDocument/diagnostic', {
      textDocument: { uri: textDocument.uri },
    });
  }
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  await ask('actions', 'textDocument/codeAction', {
    textDocument: { uri: compose.uri },
    range,
    context: { diagnostics: [] },
  });
  await ask('hover', 'textDocument/hover', {
    textDocument: { uri: dockerfile.uri },
    position: { line: 1, character: 6 },
  });
  await connection.sendNotification('textDocument/didOpen', { textDocument: config });
  const inConfig = (line: number, character: number) => ({
    textDocument: { uri: config.uri },
    position: { line, character },
  });
  await ask('config diagnostics', 'textDocument/diagnostic', { textDocument: { uri: config.uri } });
  await ask('config completion', 'textDocument/completion', inConfig(0, 9));
  await ask('config hover', 'textDocument/hover', inConfig(2, 6));
  await ask('no completion elsewhere', 'textDocument/completion', {
    textDocument: { uri: compose.uri },
    position: { line: 1, character: 0 },
  });
  await ask('forms', 'qr/payloadForms', {});
  await ask('payload', 'qr/encodePayload', { kind: 'url', values: { url: 'https://example.org' } });
  await ask('set', 'qr/encodeSet', { text: '码'.repeat(1000) });
  const data = [0, 255, 128, 10];
  await ask('data', 'qr/encodeBytes', { bytes: binary ? Uint8Array.from(data) : data });
  await ask('bad payload', 'qr/encodePayload', { kind: 'wifi', values: {} });
  type Items = { items: { symbol: { modules: string } }[] };
  const { items } = await ask<Items>('encode', 'qr/encode', { texts: ['你好, QR', '', '\ud800'] });
  const { symbol } = items[0]!;
  const modules = Uint8Array.from(Buffer.from(symbol.modules, 'base64'));
  const asked = { symbol: { ...symbol, modules: binary ? modules : [...modules] }, format: 'png' };
  const drawn = await ask<{ bytes: string }>('render', 'qr/render', asked);
  const png = binary ? { bytes: new Uint8Array(Buffer.from(drawn.bytes, 'base64')) } : { base64: drawn.bytes };
  const none = binary ? { bytes: new Uint8Array(0) } : { base64: '' };
  await ask('decode', 'qr/decode', {
    pictures: [
      { name: 'a.png', ...png },
      { name: 'b.png', ...none },
    ],
  });
  const table = { content: 'name,link\na,https://example.org/1\n', table: true, column: 'link' };
  await ask('batch preview', 'qr/batchPreview', table);
  await ask('batch', 'qr/batch', { ...table, format: 'svg', from: 0 });
  const { entries } = await ask<{ entries: unknown[] }>('batch symbols', 'qr/batchSymbols', { ...table, from: 0 });
  expect(entries).toHaveLength(1);
  await ask('join', 'qr/join', { symbols: [] });
  await ask('scanMargin', 'qr/scanMargin', asked);
  const check = { uris: [compose.uri] };
  expect(await connection.sendRequest('compliance/check', check, null)).toEqual(
    await connection.sendRequest('compliance/check', check),
  );
  await ask('shutdown', 'shutdown', undefined);
  return replies;
}

describe('the same conversation over both hosts', () => {
  const hosts = [overWorker(), overStdio()];
  let worker: Record<string, unknown>;
  let stdio: Record<string, unknown>;
  beforeAll(async () => {
    [worker, stdio] = await Promise.all([converse(hosts[0]!.connection, true), converse(hosts[1]!.connection, false)]);
  }, 60_000);
  afterAll(() => {
    for (const host of hosts) host.end();
  });

  test('gives equal replies', () => {
    expect(worker).toEqual(stdio);
  });
  test('makes the symbol of a filled-in form, and names the field that is wrong', () => {
    expect((worker.forms as { forms: { kind: string }[] }).forms.map(({ kind }) => kind)).toContain('wifi');
    expect(worker.payload).toMatchObject({
      item: { text: 'https://example.org', readBack: { engines: ['zxing-wasm', '@zxing/library'] } },
    });
    expect(worker.payload).toMatchObject({
      item: { recognised: { kind: 'url', values: { url: 'https://example.org' } } },
    });
    expect(worker['bad payload']).toMatchObject({
      item: { text: '', error: { code: 'field-missing', data: { field: 'ssid' } } },
    });
  });
  test('divides a long text over numbered symbols, and takes bytes as they are', () => {
    const { items } = worker.set as {
      items: { text: string; part: { index: number; count: number }; readBack: unknown }[];
    };
    expect(items.map(({ part }) => [part.index, part.count])).toEqual(items.map((_, i) => [i, items.length]));
    expect(items.map(({ text }) => text).join('')).toBe('码'.repeat(1000));
    expect(items.every(({ readBack }) => readBack)).toBe(true);
    expect(worker.data).toMatchObject({
      item: { text: '', bytes: 4, readBack: { engines: ['zxing-wasm', '@zxing/library'] } },
    });
  });
  test('finds what is wrong in the files', () => {
    const codes = (name: string) => (worker[name] as { items: { code: string }[] }).items.map(({ code }) => code);
    expect(codes('diagnostics dockerfile')).toEqual(expect.arrayContaining(['MLPS-IMG-002', 'MLPS-RUN-001']));
    expect(codes('diagnostics yaml')).toEqual(expect.arrayContaining(['MLPS-RUN-008', 'MLPS-NET-001']));
    expect(worker.actions).not.toEqual([]);
    expect(JSON.stringify(worker.hover)).toContain('MLPS-RUN-001');
  });
  test('judges, completes and explains the configuration, and completes nothing else', () => {
    expect(worker['config diagnostics']).toMatchObject({
      items: [{ code: 'config-severity', range: { start: { line: 2, character: 16 } } }],
    });
    const labels = (worker['config completion'] as { label: string }[]).map(({ label }) => label);
    expect(labels).toEqual(['recommended', 'mlps3']);
    expect(JSON.stringify(worker['config hover'])).toContain('MLPS-IMG-001');
    expect(worker['no completion elsewhere']).toBeNull();
  });
  test('reads what it made, and answers bad input with codes', () => {
    const { items } = worker.encode as { items: { readBack?: { engines: string[] }; error?: { code: string } }[] };
    expect(items[0]!.readBack!.engines.length).toBeGreaterThan(0);
    expect(items.slice(1).map(({ error }) => error?.code)).toEqual(['text-empty', 'text-lone-surrogate']);
    const { pictures } = worker.decode as { pictures: { symbols: { text: string }[]; error?: { code: string } }[] };
    expect(pictures[0]!.symbols.map(({ text }) => text)).toEqual(['你好, QR']);
    expect(pictures[1]!.error?.code).toBe('picture-empty');
  });
});

test('the command line goes on serving where an option stands in front of the command', async () => {
  const { connection, end } = overStdio([join(process.cwd(), 'dist/cli.js'), '--lang', 'zh-CN', 'lsp', '--stdio']);
  connection.listen();
  const { capabilities } = await connection.sendRequest<{ capabilities: object }>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
  });
  expect(capabilities).toHaveProperty('hoverProvider');
  await connection.sendRequest('shutdown');
  end();
});
