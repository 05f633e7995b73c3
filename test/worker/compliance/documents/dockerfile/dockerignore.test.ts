/** What .dockerignore files keep out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ignoreFileOf,
  parseDockerignore,
} from '../../../../../src/worker/compliance/documents/dockerfile/dockerignore';

describe('parseDockerignore', () => {
  it.each<[string, string, boolean]>([
    ['.git', '.git', true],
    ['.git', '.git/config', true],
    ['.git', 'a/.git', false],
    ['**/.git', '.git', true],
    ['**/.git', 'a/b/.git', true],
    ['/.env', '.env', true],
    ['.env*', '.env.local', true],
    ['*.pem', 'a/b.pem', false],
    ['*\n!src', 'src/a', false],
    ['*\n!src', '.env', true],
    ['!.env\n.env', '.env', true],
    ['.env\n!.env', '.env', false],
    ['# .env', '.env', false],
    ['a?c', 'abc', true],
    ['a[bx]c', 'abc', true],
    ['a[', 'a[', false],
    ['node_modules/', 'node_modules', true],
    ['\ufeff.env\r\n', '.env', true],
    ['.', '.env', true],
  ])('%j and %s', (text, path, ignored) => expect(parseDockerignore(text)(path)).toBe(ignored));

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('*', '/', '!', '[', ']', '\\', 'a', '.', '\n', '-', '^') }),
        (text) => {
          expect(typeof parseDockerignore(text)('a/b.c')).toBe('boolean');
        },
      ),
      { numRuns: 300, seed: 1 },
    );
  });
});

it('looks beside the Dockerfile first, then up', () => {
  const of = (files: Record<string, string>) =>
    ignoreFileOf('file:///w/docker/web.Dockerfile', { text: (uri) => files[uri] ?? null });
  expect(of({ 'file:///w/docker/web.Dockerfile.dockerignore': 'own', 'file:///w/docker/.dockerignore': 'x' })).toEqual({
    uri: 'file:///w/docker/web.Dockerfile.dockerignore',
    text: 'own',
  });
  expect(of({ 'file:///w/.dockerignore': 'root' })).toEqual({ uri: 'file:///w/.dockerignore', text: 'root' });
  expect(of({})).toEqual({ uri: 'file:///w/docker/.dockerignore', text: null });
  expect(ignoreFileOf('file:///w/Dockerfile', { text: () => undefined })).toBeUndefined();
});
