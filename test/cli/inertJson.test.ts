/** JSON of commands that repeats names and texts: nothing of them acts on the terminal it is printed in. */
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { run as audit } from '../../src/cli/audit';
import { run as verify } from '../../src/cli/verify';
import { UNSAFE } from '../../src/worker/text/visible';
import { logOf } from '../audit/logKit';
import { encode } from './encodeKit';
import { cli, dir, newFolder, put } from './lintKit';

const HOSTILE = 'a\u001b[31m\u009b0m\u202e##vso[x]';
const inert = (json: string) => {
  expect(json.replaceAll('\n', '')).not.toMatch(UNSAFE);
  return JSON.parse(json);
};
beforeEach(newFolder);

it('encode gives the text back as it is', async () => {
  const { stdout } = await encode([HOSTILE, '--format', 'json']);
  expect(inert(stdout.toString()).text).toBe(HOSTILE);
});

it('verify names the files as they are', async () => {
  put(`installed/${HOSTILE}`, '1');
  const list = put('sums', `${'0'.repeat(64)}  a\n`);
  const { out } = await cli([join(dir, 'installed'), '--sums', list, '--format', 'json'], '', verify);
  expect(inert(out).differences).toContainEqual({ file: HOSTILE, status: 'extra' });
});

it('audit verify names the folder as it is', async () => {
  const folder = join(dir, HOSTILE);
  logOf({ folder }).add('a.png');
  const { out } = await cli(['verify', folder, '--format', 'json'], '', audit);
  expect(inert(out).folder).toBe(folder);
});
