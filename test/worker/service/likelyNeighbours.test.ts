import { expect, test } from 'vitest';
import { likelyNeighbours } from '../../../src/worker/service/likelyNeighbours';

test('what one asked for is what the next of its kind is taken to ask for, from its own folder', () => {
  const { learn, of } = likelyNeighbours();
  learn('compose', 'file:///w/a/compose.yaml', [
    'file:///w/a/.env',
    'file:///w/a/',
    'file:///w/a/etc/x',
    'file:///w/b/',
    'http://x',
  ]);
  expect(of('compose', 'file:///w/deep/c/compose.yml')).toEqual([
    'file:///w/deep/c/.env',
    'file:///w/deep/c/',
    'file:///w/deep/c/etc/x',
    'file:///w/deep/b/',
  ]);
  expect(of('dockerfile', 'file:///w/a/Dockerfile')).toEqual([]);
});

test('a document without so many folders above it, or of no folder, is taken to ask for less', () => {
  const { learn, of } = likelyNeighbours();
  learn('env', 'file:///w/a/b/.env', ['file:///w/a/b/x', 'file:///w/y']);
  expect(of('env', 'file:///w/.env')).toEqual(['file:///w/x']);
  expect(of('env', 'untitled:Untitled-1')).toEqual([]);
  learn('env', 'untitled:Untitled-1', ['file:///w/a']);
  expect(of('env', 'file:///w/.env')).toEqual(['file:///w/x']);
});

test('what only some ask for is taken from the last six, each once', () => {
  const { learn, of } = likelyNeighbours();
  for (let i = 0; i < 8; i++)
    learn('compose', `file:///w/${i}/compose.yaml`, [`file:///w/${i}/`, `file:///w/${i}/Dockerfile.${i}`]);
  const asked = of('compose', 'file:///w/new/compose.yaml');
  expect(asked.toSorted()).toEqual([
    'file:///w/new/',
    ...[2, 3, 4, 5, 6, 7].map((i) => `file:///w/new/Dockerfile.${i}`),
  ]);
});
