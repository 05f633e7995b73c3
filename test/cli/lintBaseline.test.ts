/** Baselines from the shell's side: what fails, what is told, and what is written. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { cli, dir, newFolder, put } from './lintKit';

const COMPOSE = 'services:\n  a:\n    image: app:1\n    privileged: true\n';
const at = (name: string) => join(dir, name);
const read = (name: string) => readFileSync(at(name), 'utf8');
const lint = (...args: string[]) => cli([dir, ...args, '--profile', 'mlps3']);
const write = (...args: string[]) => lint('--write-baseline', at('b.json'), '--today', '2026-01-31', ...args);
const compare = (...args: string[]) => lint('--baseline', at('b.json'), '--fail-on', 'hint', ...args);

let compose = '';
beforeEach(() => {
  newFolder();
  mkdirSync(at('.git'));
  compose = put('sub/compose.yaml', COMPOSE);
});

describe('--write-baseline', () => {
  it('writes what is found, and fails for nothing of it', async () => {
    const { code, out, err } = await write('--format', 'json');
    const { findings, ...head } = JSON.parse(read('b.json'));
    expect([code, JSON.parse(out).summary.unchanged, err.includes('b.json')]).toEqual([0, findings.length, true]);
    expect(head).toMatchObject({ version: 1, profiles: ['mlps3'], date: '2026-01-31' });
    expect(new Set(findings.map(({ path }: { path: string }) => path))).toEqual(new Set(['sub/compose.yaml']));
    expect(read('b.json')).not.toContain(dir);
  });

  it('writes the same bytes by any way, in any language, whatever the format groups', async () => {
    await write();
    const first = read('b.json');
    await cli([compose, dir, '--write-baseline', at('b.json'), '--today', '2026-01-31', '--profile', 'mlps3']);
    expect(read('b.json')).toBe(first);
    await write('--format', 'sarif');
    expect(read('b.json')).toBe(first);
  });

  it('leaves alone what is no baseline, and what cannot be written', async () => {
    const before = read('sub/compose.yaml');
    const occupied = await lint('--write-baseline', compose);
    expect([occupied.code, occupied.out, read('sub/compose.yaml')]).toEqual([2, '', before]);
    expect(occupied.err).toContain('is no baseline');
    put('b.json', '{"a": 1}');
    expect([(await write()).code, read('b.json')]).toEqual([2, '{"a": 1}']);
    const unwritable = await lint('--write-baseline', at('none/b.json'));
    expect([unwritable.code, unwritable.err.includes('cannot be written')]).toEqual([2, true]);
    expect((await lint('--write-baseline', at('sub'))).code).toBe(2);
    expect(readdirSync(at('sub'))).toEqual(['compose.yaml']);
    symlinkSync('/etc/passwd', at('link.json'));
    expect((await lint('--write-baseline', at('link.json'))).code).toBe(2);
  });

  it('names what was not judged, and has the rest', async () => {
    expect((await write()).code).toBe(0);
    const whole = read('b.json');
    expect([(await write(at('none/Dockerfile'))).code, read('b.json')]).toEqual([2, whole]);
  });

  it.each([
    ['--baseline', 'x', '--write-baseline', 'y'],
    ['--baseline', 'x', '--no-baseline'],
    ['--today', '2026-02-30'],
    ['--baseline'],
  ])('refuses %s %s %s %s', async (...args) => expect((await lint(...args)).code).toBe(2));
});

describe('--baseline', () => {
  beforeEach(async () => void (await write()));

  it('lets old findings pass, and new ones fail', async () => {
    expect((await compare()).code).toBe(0);
    writeFileSync(compose, `# above\n${COMPOSE}    pid: host\n`);
    const { code, out } = await compare('--format', 'json');
    expect(code).toBe(1);
    const found = JSON.parse(out).files.flatMap((file: { findings: object[] }) => file.findings);
    const fresh = found.filter(({ baselineState }: { baselineState: string }) => baselineState === 'new');
    expect(fresh.map(({ range }: { range: { start: { line: number } } }) => range.start.line)).toEqual([5]);
  });

  it('tells of what is gone without failing, and not of files that were not judged', async () => {
    put('Dockerfile', 'FROM debian:13\n');
    await write();
    writeFileSync(compose, COMPOSE.replace('    privileged: true\n', ''));
    const { code, out, err } = await lint('--baseline', at('b.json'), '--format', 'json');
    expect([code, JSON.parse(out).baselines[0].absent, JSON.parse(out).files[1].absent]).toEqual([
      ...[0, 1],
      [expect.objectContaining({ rule: 'MLPS-RUN-008', count: 1 })],
    ]);
    expect(err).toContain('1 of its findings are no longer there');
    const partly = await cli([at('Dockerfile'), '--baseline', at('b.json'), '--profile', 'mlps3']);
    expect([partly.code, partly.err]).toEqual([0, '']);
  });

  it('holds for files by their place from it, wherever the check is started', async () => {
    const named = await cli([compose, '--baseline', at('b.json'), '--profile', 'mlps3', '--fail-on', 'hint']);
    expect(named.code).toBe(0);
    const piped = ['-', '--stdin-filename', compose, '--baseline', at('b.json'), '--profile', 'mlps3'];
    expect((await cli(piped, COMPOSE)).code).toBe(0);
    put('other/compose.yaml', COMPOSE);
    expect((await compare()).code).toBe(1);
  });

  it('may be empty, of no profile', async () => {
    await cli([at('sub/none'), '--write-baseline', at('b.json')]);
    put('b.json', JSON.stringify({ ...JSON.parse(read('b.json')), profiles: [], findings: [] }));
    expect(await compare()).toMatchObject({ code: 1, err: '' });
  });

  it('hints at another profile, and calls nothing gone for it', async () => {
    const { code, err } = await cli([dir, '--baseline', at('b.json'), '--profile', 'recommended']);
    expect(code).toBe(0);
    expect(err).toMatch(/^[^\n]*b\.json: written in the profile mlps3[^\n]*\n$/);
  });

  it.each([
    ['not JSON', '{', 'is not JSON'],
    ['of another shape', '{"version": 1}', 'tool is missing'],
    ['of a newer version', '{"version": 7}', 'has version 7'],
  ])('stops before judging at what is %s', async (_, text, words) => {
    put('b.json', text);
    const { code, out, err } = await compare();
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
  });

  it('stops at what is not there, no file, or too large, and quotes nothing', async () => {
    expect((await lint('--baseline', at('none.json'))).err).toContain('none.json: The file cannot be read: ENOENT');
    expect((await lint('--baseline', at('sub'))).code).toBe(2);
    put('large.json', Buffer.alloc(17 * 1024 * 1024, ' '));
    expect((await lint('--baseline', at('large.json'))).err).toContain('16 MB');
    put('.env', 'DB_PASSWORD=hunter2\n');
    expect((await lint('--baseline', at('.env'))).err).not.toContain('hunter2');
  });

  it('is compared after fixes', async () => {
    writeFileSync(compose, `${COMPOSE}    cap_add: [CHOWN, NET_BIND_SERVICE]\n    expose: ["8080"]\n`);
    expect((await compare()).code).toBe(1);
    const { out } = await compare('--fix', '--format', 'json');
    const fixed = JSON.parse(out).files[0].findings.map(({ rule }: { rule: string }) => rule);
    expect(fixed).not.toContain('MLPS-RUN-006');
  });
});

describe('a baseline of the configuration', () => {
  beforeEach(async () => {
    put('ci/base.json', '');
    await lint('--write-baseline', at('ci/base.json'));
    put('.qrcodemaster.yaml', 'baseline: ci/base.json\n');
  });

  it('holds unless another is named, or none', async () => {
    expect((await cli([dir])).code).toBe(0);
    expect((await cli([compose, '--config', at('.qrcodemaster.yaml')])).code).toBe(0);
    expect((await cli([dir, '--no-baseline'])).code).toBe(1);
    expect((await cli([dir, '--no-config'])).code).toBe(1);
    put('empty.json', JSON.stringify({ ...JSON.parse(read('ci/base.json')), findings: [] }));
    expect((await cli([dir, '--baseline', at('empty.json')])).code).toBe(1);
  });

  it('is told of once when it cannot be used, with exit 2 and every finding as new', async () => {
    put('Dockerfile', 'FROM debian:13\n');
    for (const [text, words] of [
      ['{', 'is not JSON'],
      [undefined, 'was not read'],
    ] as const) {
      if (text === undefined) put('.qrcodemaster.yaml', 'baseline: ci/none.json\n');
      else put('ci/base.json', text);
      const { code, out, err } = await cli([dir, '--format', 'json']);
      expect([code, JSON.parse(out).summary.error > 0, err.split(words).length]).toEqual([2, true, 2]);
    }
  });

  it('is not read through a link that leads out of the repository', async () => {
    put('.qrcodemaster.yaml', 'baseline: ci/link.json\n');
    symlinkSync('/etc/passwd', at('ci/link.json'));
    const { code, err } = await cli([dir]);
    expect([code, err.includes('was not read')]).toEqual([2, true]);
  });
});
