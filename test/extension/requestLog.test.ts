import { beforeEach, expect, test } from 'vitest';
import { requestLog } from '../../src/extension/requestLog';

let lines: string[];
beforeEach(() => {
  lines = [];
});
const secret = { text: 'hunter2' };
const logged = (answer: () => unknown, type: unknown = 'qr/encode') =>
  requestLog((line) => lines.push(line.replace(/\d+ ms$/, 'n ms')))(type, secret, undefined, async () => answer());

test.each([
  ['an answer', () => ({ items: [{ text: 'hunter2' }] }), 'qr/encode: ok, n ms'],
  ['none', () => null, 'qr/encode: ok, n ms'],
  [
    'errors that are values',
    () => ({ items: [{ error: { code: 'text-empty', message: 'hunter2' } }, {}, null] }),
    'qr/encode: text-empty, n ms',
  ],
  [
    'one error',
    () => ({ error: { code: 'style-not-read-back', message: '' } }),
    'qr/encode: style-not-read-back, n ms',
  ],
])('%s is told by method, outcome and time alone', async (_name, answer, line) => {
  expect(await logged(answer)).toEqual(answer());
  expect(lines).toEqual([line]);
});

test('a request that fails or is cancelled is told, too, and still fails', async () => {
  const failing = (error: unknown) => () => {
    throw error;
  };
  await expect(logged(failing(Object.assign(new Error('hunter2'), { code: -32603 })))).rejects.toThrow('hunter2');
  await expect(logged(failing({ code: -32800 }), { method: 'textDocument/hover' })).rejects.toBeDefined();
  await expect(logged(failing({ code: -32802 }))).rejects.toBeDefined();
  await expect(logged(failing(Object.assign(new Error('hunter2'), { name: 'Canceled' })))).rejects.toThrow();
  await expect(logged(failing(new TypeError('hunter2')))).rejects.toThrow();
  expect(lines).toEqual([
    'qr/encode: failed (-32603), n ms',
    'textDocument/hover: cancelled, n ms',
    'qr/encode: cancelled, n ms',
    'qr/encode: cancelled, n ms',
    'qr/encode: failed (TypeError), n ms',
  ]);
});
