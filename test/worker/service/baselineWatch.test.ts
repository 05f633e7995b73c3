import { expect, it } from 'vitest';
import { baselineWatch } from '../../../src/worker/service/baselineWatch';

it('asks once for each name, in which nothing is a pattern', () => {
  const globs: string[] = [];
  const noticed = baselineWatch((glob) => void globs.push(glob));
  for (const uri of [undefined, 'file:///w/a.json', 'file:///w/b/a.json', 'file:///w/%5B*%5D.json']) noticed(uri);
  expect(globs).toEqual(['**/a.json', '**/???.json']);
  expect(() => baselineWatch(undefined)('file:///w/a.json')).not.toThrow();
});
