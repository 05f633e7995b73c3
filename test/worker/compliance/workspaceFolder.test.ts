/** Folders hold what is below them, and the innermost counts. */
import { expect, it } from 'vitest';
import { folderAround, isBelow } from '../../../src/worker/compliance/workspaceFolder';

it('is the innermost folder around an address, by whole names', () => {
  const folders = ['file:///w', 'file:///w/a', 'file:///v'];
  expect(folderAround('file:///w/a/x', folders)).toBe('file:///w/a');
  expect(folderAround('file:///w/ab/x', folders)).toBe('file:///w');
  expect(folderAround('file:///w', folders)).toBe('file:///w');
  expect(folderAround('untitled:Untitled-1', folders)).toBe(undefined);
  expect(isBelow('file:///w/a', 'file:///w/ab')).toBe(false);
});
