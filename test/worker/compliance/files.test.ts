/** What a rule may know of other files. */
import { expect, it } from 'vitest';
import { resolveBeside, watchFiles } from '../../../src/worker/compliance/files';

it('asks for each file once, whatever the answer', () => {
  const texts: Record<string, string | null> = { there: 'text', empty: '', gone: null };
  const asked: string[] = [];
  const files = watchFiles({
    text(uri) {
      asked.push(uri);
      return texts[uri];
    },
  });
  const uris = ['there', 'empty', 'gone', 'later'];
  for (const uri of [...uris, ...uris]) expect(files.text(uri)).toBe(texts[uri]);
  expect(asked).toEqual(uris);
  expect([...files.wanted]).toEqual(['later']);
  expect([...files.read.keys()]).toEqual(['there', 'empty']);
});

it('gives a plain name beside an address as the same as any other', () => {
  for (const uri of ['file:///compose.yaml', 'file:///w/a%20b/compose.yaml', 'file:///w//x'])
    for (const name of ['.env', 'a-b.1', '_', '..', '.', '...'])
      expect(resolveBeside(uri, name)).toBe(resolveBeside(uri, `./${name}`));
});
