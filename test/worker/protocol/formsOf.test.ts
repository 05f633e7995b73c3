/** Which contents an installed file may have: its own, and that of the package for what VS Code writes. */
import { expect, it } from 'vitest';
import { formsOf } from '../../../src/worker/protocol/formsOf';

const bytes = (text: string) => new TextEncoder().encode(text);
const formsAs = (name: string, text: string) =>
  formsOf(name, bytes(text)).map((form) => new TextDecoder().decode(form));
const MANIFEST = '{"name":"a","__metadata":{"id":1}}';

it('takes the key of VS Code out of the manifest, and writes it as VS Code does', () => {
  expect(formsAs('package.json', MANIFEST)).toEqual([MANIFEST, '{\n\t"name": "a"\n}']);
});

it.each([
  ['a file of another name', 'media/package.json', MANIFEST],
  ['what is no JSON', 'package.json', '{'],
  ['what is no object', 'package.json', 'null'],
])('takes %s as it is', (_, name, text) => {
  expect(new Set(formsAs(name, text))).toEqual(new Set([text]));
});

// Neither is written by VS Code, and JSON has no place for them.
it.each([
  ['a mark of byte order', [0xef, 0xbb, 0xbf, ...bytes('{}')]],
  ['what is no UTF-8', [...bytes('{"a":"'), 0xff, ...bytes('"}')]],
])('reads no manifest with %s', (_, content) => {
  const given = new Uint8Array(content);
  expect(formsOf('package.json', given)).toEqual([given, given]);
});
