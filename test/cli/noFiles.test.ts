/** Pipes and sockets under the names of deployment files: named as not judged, never waited for. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run as report } from '../../src/cli/report';
import type { Assessment } from '../../src/worker/protocol/assessment';
import { cli, dir, newFolder, put } from './lintKit';

const NAMES = ['Dockerfile', 'app.py', 'compose.yaml', 'nginx.conf', 'sub/.env', 'sub/deploy.sh'];
const sorted = (paths: string[]) => paths.map((path) => path.slice(dir.length + 1)).sort();

describe.skipIf(process.platform === 'win32')('what is no file, in a folder', () => {
  let server: Server;

  beforeEach(async () => {
    newFolder();
    mkdirSync(join(dir, 'sub'));
    execFileSync(
      'mkfifo',
      ['compose.yaml', 'nginx.conf', 'sub/.env', 'notes.txt'].map((name) => join(dir, name)),
    );
    symlinkSync('compose.yaml', join(dir, 'Dockerfile'));
    symlinkSync('/dev/null', join(dir, 'sub', 'deploy.sh'));
    server = createServer().listen(join(dir, 'app.py'));
    await once(server, 'listening');
    put('crontab', '0 2 * * * root docker run --privileged example/a:1\n');
  });

  afterEach(() => void server.close());

  it('is told by `lint`, in words and in JSON', async () => {
    const { code, out, err } = await cli(['--format', 'json', dir]);
    const { notJudged, files } = JSON.parse(out) as { notJudged: { path: string }[]; files: { path: string }[] };
    expect(code).toBe(2);
    expect(sorted(notJudged.map(({ path }) => path))).toEqual(NAMES);
    expect(sorted(files.map(({ path }) => path))).toEqual(['crontab']);
    for (const name of NAMES) expect(err).toContain(join(dir, name));
    expect((await cli([dir])).out).toContain('MLPS-RUN-008');
  });

  it('is told in the report', async () => {
    const { code, out } = await cli(['--format', 'json', dir], '', report);
    expect(code).toBe(2);
    expect((JSON.parse(out) as Assessment).notJudged.map(({ path }) => path).sort()).toEqual(NAMES);
  });
});
