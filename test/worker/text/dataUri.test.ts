import { expect, test } from 'vitest';
import { dataUri } from '../../../src/worker/text/dataUri';

test('bytes come back out of a data URI', () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => i * 7);
  const [head, data] = dataUri(bytes, 'image/png').split(',') as [string, string];
  expect(head).toBe('data:image/png;base64');
  expect(Buffer.from(data, 'base64').equals(bytes)).toBe(true);
});
