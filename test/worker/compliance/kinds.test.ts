/** Which names are deployment files, and which of them are laid over others. */
import { expect, it } from 'vitest';
import { isFragmentName, isVariantName, kindOf } from '../../../src/worker/compliance/kinds';

it.each([
  ['Dockerfile.arm64', 'dockerfile'],
  ['Dockerfile.release.candidate', 'dockerfile'],
  ['dockerfile.vim', undefined],
  ['Dockerfile.nanorc', undefined],
  ['dockerfile.go', undefined],
  ['dockerfile.rs', undefined],
  ['Dockerfile.tt', undefined],
  ['Dockerfile.golang', 'dockerfile'],
  ['Dockerfile.tmLanguage', undefined],
  ['Dockerfile.tmPreferences', undefined],
  ['docker-compose-all.yml', 'compose'],
  ['.drone.yml', 'ci'],
  ['a/.woodpecker.yaml', 'ci'],
  ['.woodpecker/release.yml', 'ci'],
  ['woodpecker.yml', undefined],
  ['.woodpecker/notes.txt', undefined],
])('%s is of the kind %s', (name, kind) => {
  expect(kindOf(name, '')).toBe(kind);
});

it('takes a link that was written out as a file for none', () => {
  expect(kindOf('Dockerfile', 'contrib/docker/Dockerfile\n')).toBe(undefined);
  expect(kindOf('Dockerfile', 'FROM a/b\n')).toBe('dockerfile');
  expect(kindOf('Dockerfile', '')).toBe('dockerfile');
});

it.each([
  ['docker-compose-all.yml', true, false],
  ['docker-compose.prod.yml', true, true],
  ['compose.override.yaml', true, true],
  ['docker-compose.local.arm64.yml', true, true],
  ['compose.yaml', false, false],
  ['docker-compose.device.yml', true, false],
])('%s: fragment %s, variant %s', (name, fragment, variant) => {
  expect([isFragmentName(name), isVariantName(name)]).toEqual([fragment, variant]);
});
