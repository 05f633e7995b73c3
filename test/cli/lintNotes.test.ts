/** What `lint` tells the operation log of the contents of files. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { run } from '../../src/cli/lint';
import type { Noted } from '../../src/cli/notedOperations';
import { cli, dir, newFolder, put } from './lintKit';

beforeEach(newFolder);

async function notesOf(...args: string[]): Promise<Noted[]> {
  const notes: Noted[] = [];
  await cli(args, '', (given, io) => run(given, { ...io, note: (noted) => void notes.push(noted) }));
  return notes;
}
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

it.each([
  ['an env file', 'prod.env', 'FLASK_DEBUG=1\nA=b\n', false],
  ['a Dockerfile', 'Dockerfile', 'FROM python:3.13-slim\nENV FLASK_DEBUG=1\n', true],
])('are the size of %s, and its hash only where it holds no secrets', async (_, name, text, hasHash) => {
  const path = put(name, text);
  const mark = (data: string | Uint8Array) => ({ bytes: data.length, ...(hasHash && { sha256: sha256(data) }) });
  expect((await notesOf(path)).map(({ op, content }) => [op, content])).toEqual([['check', mark(text)]]);
  const [fix, check] = await notesOf(path, '--fix-unsafe');
  expect([fix?.op, fix?.content]).toEqual(['fix', mark(readFileSync(path))]);
  expect([check?.op, check?.content]).toEqual(['check', mark(text)]);
});

it('are those of standard input by the name that is given', async () => {
  const text = 'A=b\n';
  const notes: Noted[] = [];
  await cli(['-', '--stdin-filename', '.env'], text, (given, io) =>
    run(given, { ...io, note: (noted) => void notes.push(noted) }),
  );
  expect(notes.map(({ content }) => content)).toEqual([{ bytes: text.length }]);
});

it('are of several files those that have no secrets', async () => {
  const dockerfile = put('Dockerfile', 'FROM python:3.13-slim\n');
  put('.env', 'A=b\n');
  const [check] = await notesOf(dir);
  // By the name that the log has for it.
  const list = `${sha256(readFileSync(dockerfile))}  ${relative('', dockerfile)}\n`;
  expect(check?.content).toEqual({ bytes: 26, sha256: sha256(list) });
});
