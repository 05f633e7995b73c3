/** What `lint` does with files that it cannot read, or is not to. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listFiles, searchFolder } from '../../src/cli/listFiles';
import { noRootUser } from '../../src/worker/compliance/rules/run/noRootUser';
import { cli, dir, newFolder, put } from './lintKit';

beforeEach(newFolder);
afterEach(() => vi.restoreAllMocks());

const bad = 'services:\n  a:\n    image: app:1\n    user: root\n';

describe('what cannot be judged', () => {
  it('is named in every report while the rest is judged, and exits 2', async () => {
    put('compose.yaml', bad);
    put('Dockerfile', 'FROM app:1.2\nUSER root\n');
    vi.spyOn(noRootUser.check, 'dockerfile').mockImplementation(() => {
      throw new Error('broken rule');
    });
    for (const format of ['text', 'json', 'sarif', 'junit', 'markdown', 'html', 'github']) {
      const { code, out, err } = await cli([dir, join(dir, 'none.yaml'), '--format', format]);
      expect(code).toBe(2);
      expect(err).toContain('broken rule');
      for (const part of ['broken', 'Dockerfile', 'none', 'root']) expect(out).toContain(part);
    }
    const [{ invocations, results }] = JSON.parse((await cli([dir, '--format', 'sarif'])).out).runs;
    expect(invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error' }],
    });
    const ids = results.map(({ ruleId }: { ruleId: string }) => ruleId);
    expect(ids).toEqual(expect.arrayContaining(['MLPS-DOC-005', 'MLPS-RUN-001']));
  });

  it('is a folder that cannot be read: the others are searched', async () => {
    put('compose.yaml', bad);
    mkdirSync(join(dir, 'data'));
    const failed: string[] = [];
    const gone = join(dir, 'gone');
    const search = { failed: (folder: string) => failed.push(folder), isIgnored: () => false, withPictures: false };
    const listed = { files: [], pictures: [] };
    for (const folder of [gone, dir]) await searchFolder(folder, search, listed);
    expect(listed).toEqual({ files: [join(dir, 'compose.yaml')], pictures: [] });
    expect(failed).toEqual([gone]);
  });
});

describe('pictures', () => {
  it.each([true, false])(
    'are found in the walk for the other files, where they are wanted: %s',
    async (withPictures) => {
      mkdirSync(join(dir, 'a'));
      for (const name of ['compose.yaml', 'a/b.png', 'a/c.png', 'd.gif']) put(name, bad);
      const asked: string[] = [];
      const isIgnored = (path: string) => {
        asked.push(relative(dir, path));
        return path.endsWith('c.png');
      };
      const named = join(dir, 'd.gif');
      const { files, pictures } = await listFiles([named, dir], { failed: () => {}, isIgnored, withPictures });
      const names = (paths: string[]) => paths.map((path) => relative(dir, path));
      expect(names(pictures)).toEqual(withPictures ? ['d.gif', 'a/b.png', 'd.gif'] : []);
      expect(names(files)).toEqual(withPictures ? ['compose.yaml'] : ['d.gif', 'compose.yaml']);
      expect(new Set(asked).size).toBe(asked.length);
    },
  );
});

describe('what git ignores', () => {
  it('is left out of a folder and counted, but for env files; what is named, or asked for, is judged', async () => {
    for (const name of ['out', 'sub']) mkdirSync(join(dir, name));
    put('.gitignore', 'out/\n*.env\n');
    put('sub/.gitignore', '/Dockerfile\n!kept.Dockerfile\n');
    for (const path of ['out/Dockerfile', 'sub/Dockerfile', 'sub/kept.Dockerfile'])
      put(path, 'FROM app:1.2\nUSER root\n');
    put('prod.env', 'A=1\n');
    const judged = async (...args: string[]) => {
      const { out, err } = await cli([...args, '--format', 'json', '--fail-on', 'never']);
      return { paths: JSON.parse(out).files.map(({ path }: { path: string }) => relative(dir, path)), err };
    };
    const found = await judged(dir);
    expect(found.paths).toEqual(['prod.env', 'sub/kept.Dockerfile']);
    expect(found.err).toMatch(/\b2\b.*--check-ignored/);
    expect((await judged(dir, '--check-ignored')).paths).toEqual([
      'out/Dockerfile',
      'prod.env',
      'sub/Dockerfile',
      'sub/kept.Dockerfile',
    ]);
    expect((await judged(join(dir, 'out/Dockerfile'))).paths).toEqual(['out/Dockerfile']);
  });

  it('is left out by the names of folders around the current one', () => {
    mkdirSync(join(dir, 'out/sub'), { recursive: true });
    put('.git/HEAD', '');
    put('.gitignore', '/out/sub/Dockerfile\n');
    put('out/sub/Dockerfile', 'FROM app:1.2\nUSER root\n');
    const { stderr, status } = spawnSync(process.execPath, [resolve('dist/cli.js'), 'lint', '.'], {
      cwd: join(dir, 'out/sub'),
      encoding: 'utf8',
    });
    expect(stderr).toMatch(/\b1\b.*--check-ignored/);
    expect(status).toBe(0);
  });
});

describe('what lies elsewhere', () => {
  const service = 'services:\n  a:\n    image: app:1\n    ports: ["${PORT}"]\n';

  it('is not read: links out of the folder, files above it, configurations behind links', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    writeFileSync(join(outside, 'x.env'), 'PORT=8081:22\n');
    writeFileSync(join(outside, 'base.yaml'), 'services:\n  b:\n    privileged: true\n');
    writeFileSync(join(outside, 'secret'), 'canary: 1\n');
    symlinkSync(join(outside, 'x.env'), join(dir, '.env'));
    symlinkSync(join(outside, 'secret'), join(dir, '.qrcodemaster.yaml'));
    const up = relative(dir, join(outside, 'base.yaml'));
    put('compose.yaml', `${service}    extends: {file: ${up}, service: b}\n`);
    const { out, err } = await cli([dir, '--format', 'json']);
    expect(out + err).not.toMatch(/8081|canary/);
    expect(out).not.toMatch(/MLPS-NET-002|MLPS-RUN-008/);
  });

  it('is read inside the repository, also above the named folder', async () => {
    mkdirSync(join(dir, '.git'));
    mkdirSync(join(dir, 'app'));
    put('base.yaml', 'services:\n  b:\n    privileged: true\n');
    put('real.env', 'PORT=8081:22\n');
    symlinkSync('../real.env', join(dir, 'app', '.env'));
    put('app/compose.yaml', `${service}    extends: {file: ../base.yaml, service: b}\n`);
    expect((await cli([join(dir, 'app'), '--format', 'json', '--profile', 'mlps3'])).out).toMatch(/MLPS-NET-002/);
  });
});

describe('names', () => {
  it('are no commands and no options, and their controls are shown', () => {
    const folder = '::error title=x::y\u001b]52;c;aGk=\u0007';
    mkdirSync(join(dir, folder));
    mkdirSync(join(dir, '-x'));
    put(`${folder}/compose.yaml`, bad);
    put('-x/compose.yaml', bad);
    put('.qrcodemaster.yaml', 'rules:\n  "\\e]0;$&{known}\\a": off\n');
    const shell = (args: string[]) =>
      spawnSync(process.execPath, [join(process.cwd(), 'dist', 'cli.js'), 'lint', ...args], {
        cwd: dir,
        input: 'x',
        encoding: 'utf8',
      });
    for (const args of [['.'], [folder, '-', '--', '-y\n::error::z']]) {
      const { stdout, stderr } = shell(args);
      expect(stdout).toContain('MLPS-RUN-001');
      expect(stdout + stderr).not.toMatch(/^\s*(?:::|-)/m);
      expect(stdout + stderr).not.toMatch(/[\u001b\u0007\r]/);
    }
    expect(shell(['.']).stderr).toContain('$&{known}');
  });
});

describe('what is no file', () => {
  it.skipIf(process.platform === 'win32')('is not waited for, as input or as neighbour', async () => {
    execFileSync('mkfifo', [join(dir, 'Dockerfile'), join(dir, '.env'), join(dir, '.qrcodemaster.yaml')]);
    const { code, err } = await cli([join(dir, 'Dockerfile')]);
    expect(code).toBe(2);
    expect(err).toContain('only regular files');
    const compose = put('compose.yaml', 'services:\n  a:\n    image: app:${TAG}\n    privileged: true\n');
    expect((await cli([compose])).code).toBe(1);
  });
});
