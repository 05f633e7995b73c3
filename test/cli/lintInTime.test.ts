/** What takes too long is named, and the rest is judged. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../../src/cli/lint';
import { type Judge, lintInTime } from '../../src/cli/lintInTime';
import { lint } from '../../src/worker/compliance/lint';

/** Never ends for a text that says so. */
const judge: Judge = (document, context) => {
  while (document.text.includes('forever'));
  return lint(document, context);
};

async function check(texts: Record<string, string>, args: string[], locale: 'en' | 'zh-cn' = 'en') {
  const folder = mkdtempSync(join(tmpdir(), 'lint-in-time-'));
  const said = { out: '', err: '' };
  const io = {
    stdout: (data: string | Uint8Array) => void (said.out += data),
    stderr: (text: string) => void (said.err += text),
    stdin: async () => new Uint8Array(),
    isTty: false,
    locale,
    distDir: 'dist',
  };
  try {
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
    const code = await run([folder, ...args], io, (document, context) =>
      lintInTime(document, context, judge, document.text.includes('forever') ? 50 : 60_000),
    );
    const left = Object.fromEntries(Object.keys(texts).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
    return { code, left, ...said };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const texts = { 'a.Dockerfile': 'FROM scratch\nCOPY forever /\n', 'b.Dockerfile': 'FROM node:latest\nMAINTAINER a\n' };

it('names the file on stderr and in the report, judges the others, and exits with 2', async () => {
  const { code, out, err } = await check(texts, ['--fail-on', 'never']);
  expect(code).toBe(2);
  expect(err).toMatch(/^\S+a\.Dockerfile: Checking took longer than 0\.05 s and was stopped\. /m);
  expect(err).not.toContain('b.Dockerfile');
  expect(out).toMatch(
    /a\.Dockerfile:1:1: warning MLPS-DOC-005 document-judged: This file was not judged\. Checking took longer/,
  );
  expect(out).toMatch(/b\.Dockerfile:1:\d+: \w+ MLPS-IMG-002/);
  expect((await check(texts, [], 'zh-cn')).err).toContain('检查超过 0.05 秒，已停止。');
});

it('does not touch it when it is to be fixed', async () => {
  const { code, left } = await check(texts, ['--fix-unsafe']);
  expect(code).toBe(2);
  expect(left['a.Dockerfile']).toBe(texts['a.Dockerfile']);
  expect(left['b.Dockerfile']).not.toBe(texts['b.Dockerfile']);
});
