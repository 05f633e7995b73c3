/** What `lint` does to the bytes of files, and to files that cannot be read or written. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../src/cli/lint';
import { deploymentFiles } from '../../src/cli/listFiles';
import { system } from '../../src/cli/replaceFile';
import { noRootUser } from '../../src/worker/compliance/rules/run/noRootUser';
import { encodeGb18030 } from '../../src/worker/text/gb18030';

let dir = '';
const put = (name: string, content: string | Uint8Array) => {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
};

async function cli(args: string[], stdin: Uint8Array = new Uint8Array()) {
  const out: Uint8Array[] = [];
  let err = '';
  const code = await run(args, {
    stdout: (data) => void out.push(Buffer.from(data)),
    stderr: (text) => void (err += text),
    stdin: async () => stdin,
    isTty: false,
    locale: 'en',
    distDir: dir,
  });
  return { code, bytes: Buffer.concat(out), out: Buffer.concat(out).toString(), err };
}

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lint-files-'));
});
afterEach(() => vi.restoreAllMocks());

const bad = 'services:\n  a:\n    image: app:1\n    user: root\n';
const dockerfile = (user: string) =>
  `# 基础镜像：数据库服务𠮷\nFROM registry.example/app:1.2.3\nUSER ${user}\nCMD ["/app"]`;
const encodings: [string, (text: string) => Uint8Array][] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16LE with mark', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16BE with mark', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['UTF-16LE', (text) => Buffer.from(text, 'utf16le')],
  ['UTF-16BE', (text) => Buffer.from(text, 'utf16le').swap16()],
  ['GB 18030', (text) => encodeGb18030(text)!],
];

describe('encodings', () => {
  it.each(encodings)(
    'judges %s and changes the fixed bytes only, on disk and on standard output',
    async (_, encode) => {
      for (const br of ['\n', '\r\n']) {
        const text = (cap: string) =>
          `# 服务：数据库𠮷\nservices:\n  a:\n    image: app:1\n    cap_add: [CHOWN${cap}]\n    expose: ["8080"]`.replaceAll(
            '\n',
            br,
          );
        const path = put('compose.yaml', encode(text(', NET_BIND_SERVICE')));
        await cli([path, '--fix']);
        expect(readFileSync(path)).toEqual(Buffer.from(encode(text(''))));
        const { bytes } = await cli(
          ['-', '--stdin-filename', 'compose.yaml', '--fix'],
          encode(text(', NET_BIND_SERVICE')),
        );
        expect(bytes).toEqual(Buffer.from(encode(text(''))));
      }
    },
  );

  it.each(encodings)('finds in %s what it finds in UTF-8', async (_, encode) => {
    put('compose.yaml', encode('services:\n  a:\n    build: .\n    privileged: true\n    env_file: a.env\n# 中文\n'));
    put('Dockerfile', encode(dockerfile('root')));
    const found = (out: string) =>
      JSON.parse(out).files.flatMap((f: { findings: { rule: string }[] }) => f.findings.map((x) => x.rule));
    expect(found((await cli([dir, '--format', 'json'])).out)).toEqual(
      expect.arrayContaining(['MLPS-RUN-008', 'MLPS-RUN-001']),
    );
  });

  it('judges the ASCII of an unknown encoding, says so, and never writes it', async () => {
    const bytes = Buffer.from(
      `# très privé\nservices:\n  a:\n    image: app:1\n    user: root\n    privileged: true\n`,
      'latin1',
    );
    const path = put('compose.yaml', bytes);
    const { code, out, err } = await cli([path, '--fix-unsafe', '--format', 'json']);
    expect(code).toBe(1);
    expect(readFileSync(path)).toEqual(bytes);
    const { findings } = JSON.parse(out).files[0];
    expect(findings.map((f: { rule: string }) => f.rule)).toEqual(
      expect.arrayContaining(['MLPS-DOC-004', 'MLPS-RUN-008']),
    );
    expect(findings.flatMap((f: { fixes: unknown[] }) => f.fixes)).toEqual([]);
    expect(err).toContain(path);
  });
});

describe('writing', () => {
  it.each(['writeFileSync', 'fsyncSync', 'renameSync'] as const)(
    'leaves everything as it was when %s fails',
    async (call) => {
      const path = put('compose.yaml', bad);
      vi.spyOn(system, call).mockImplementation(() => {
        throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
      });
      const { code, err } = await cli([path, '--fix-unsafe']);
      expect(code).toBe(2);
      expect(err).toContain('ENOSPC');
      expect(readFileSync(path, 'utf8')).toBe(bad);
      expect(readdirSync(dir)).toEqual(['compose.yaml']);
    },
  );

  it('keeps the permissions', async () => {
    const path = put('compose.yaml', bad);
    chmodSync(path, 0o750);
    await cli([path, '--fix-unsafe']);
    expect(statSync(path).mode & 0o777).toBe(0o750);
    expect(readFileSync(path, 'utf8')).not.toBe(bad);
  });

  it('writes through a link inside the folder, never through one that leads out', async () => {
    const inside = put('real.yaml', bad);
    symlinkSync(inside, join(dir, 'compose.yaml'));
    await cli([join(dir, 'compose.yaml'), '--fix-unsafe']);
    expect(readFileSync(inside, 'utf8')).not.toBe(bad);
    const outside = join(mkdtempSync(join(tmpdir(), 'outside-')), 'compose.yaml');
    writeFileSync(outside, bad);
    mkdirSync(join(dir, 'sub'));
    symlinkSync(outside, join(dir, 'sub', 'compose.yaml'));
    expect((await cli([join(dir, 'sub', 'compose.yaml'), '--fix-unsafe'])).code).toBe(2);
    expect(readFileSync(outside, 'utf8')).toBe(bad);
  });
});

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
    const search = { failed: (folder: string) => failed.push(folder), isIgnored: () => false };
    const found: string[] = [];
    for (const folder of [gone, dir]) for await (const path of deploymentFiles(folder, search)) found.push(path);
    expect(found).toEqual([join(dir, 'compose.yaml')]);
    expect(failed).toEqual([gone]);
  });
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
    expect(err).toContain('no regular file');
    const compose = put('compose.yaml', 'services:\n  a:\n    image: app:${TAG}\n    privileged: true\n');
    expect((await cli([compose])).code).toBe(1);
  });
});
