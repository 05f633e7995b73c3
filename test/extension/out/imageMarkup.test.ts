import fc from 'fast-check';
import { expect, test } from 'vitest';
import { imageMarkup, markupOf } from '../../../src/extension/out/imageMarkup';

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
