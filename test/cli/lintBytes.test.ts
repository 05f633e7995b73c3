/** What `lint` does to the bytes of files: encodings, fixes, writing. */
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
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { system } from '../../src/audit/writeBeside';
import { encodeGb18030 } from '../../src/worker/text/gb18030';
import { cli, dir, newFolder, put } from './lintKit';

beforeEach(newFolder);
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
