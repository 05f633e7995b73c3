import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dataUri, imageMarkup, markupOf } from '../../../src/extension/out/imageMarkup';

test('knows the documents that can show a picture', () => {
  expect(['markdown', 'html', 'python', 'plaintext'].map(markupOf)).toEqual(['markdown', 'html', undefined, undefined]);
});

test('no description ends the markup early', () => {
  fc.assert(
    fc.property(fc.string(), (alt) => {
      expect(imageMarkup('html', alt, 'a.png').match(/^<img src="a\.png" alt="[^"<>]*">$/)).toBeTruthy();
      const inside = imageMarkup('markdown', alt, 'a.png').slice(2, -'](a.png)'.length);
      expect(inside.replace(/\\[\s\S]/g, '')).not.toMatch(/[[\]]/);
    }),
  );
});

test('bytes come back out of a data URI', () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => i * 7);
  const [head, data] = dataUri('image/png', bytes).split(',') as [string, string];
  expect(head).toBe('data:image/png;base64');
  expect(Buffer.from(data, 'base64').equals(bytes)).toBe(true);
});
