/** What becomes of a build. */
import { expect, it } from 'vitest';
import { makesNoImage } from '../../../../../src/worker/compliance/documents/dockerCommand/buildOutput';

it.each<[string, boolean]>([
  ['.', false],
  ['-t a:1 .', false],
  ['--output type=local,dest=out .', true],
  ['--output=type=tar .', true],
  ['--output dest=x,type=local .', true],
  ['-o out .', true],
  ['-o=out .', true],
  ['-oout .', true],
  ['-o - .', true],
  ['--output=. .', true],
  ['-o type=cacheonly .', true],
  ['-o type=docker .', false],
  ['-o type=oci,dest=x.tar .', false],
  ['--output type=registry .', false],
  ['-o out -o type=image,push=true .', false],
  ['--check .', true],
  ['--call=check .', true],
  ['--call build .', false],
  ['--print', true],
  ['--print=outline .', true],
  ['--set *.output=type=local', true],
  ['--set *.output=type=registry', false],
])('%s', (words, expected) => expect(makesNoImage(words.split(' '))).toBe(expected));
