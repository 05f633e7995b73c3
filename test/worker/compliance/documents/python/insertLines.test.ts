/** Statements that fixes add to a Python module stand where they are valid, with its line breaks. */
import { expect, it } from 'vitest';
import { importEdit } from '../../../../../src/worker/compliance/documents/python/importEdit';
import { insertLines } from '../../../../../src/worker/compliance/documents/python/insertLines';
import { readModule } from '../../../../../src/worker/compliance/documents/python/readModule';
import type { Edit } from '../../../../../src/worker/compliance/model/value';

const uri = 'file:///w/app.py';
const written = (text: string, edits: readonly Edit[]): string =>
  edits.reduce((before, { start, end, newText }) => before.slice(0, start) + newText + before.slice(end), text);

it.each<[string, 'behind' | 'before', string | undefined]>([
  ['def f():\r\n\tg()\r\n', 'behind', 'def f():\r\n\tg()\r\n\ta\r\n\tb\r\n'],
  ['def f():\r\n\tg()\r\n', 'before', 'def f():\r\n\ta\r\n\tb\r\n\tg()\r\n'],
  ['def f():\n  g()', 'behind', 'def f():\n  g()\n  a\n  b'],
  ['def f(): g()\n', 'behind', undefined],
  ['def f(): g()\n', 'before', undefined],
])('%j %s', (text, where, expected) => {
  const module = readModule(uri, text);
  const edits = insertLines(module, module.functions[0]!.node.body[0]!, where, ['a', 'b']);
  expect(edits && written(text, edits)).toBe(expected);
});

it('ends the last line of a file as the others end', () => {
  const text = '#!x\r\nimport a';
  expect(written(text, importEdit(readModule(uri, text), 'b', 'c'))).toBe('#!x\r\nimport a\r\nfrom b import c\r\n');
});
