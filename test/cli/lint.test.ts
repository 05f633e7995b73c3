/** `lint` and `rules` from the shell's side: exit codes, streams, fixes, configuration. */
import { chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { run as runRules } from '../../src/cli/rules';
import { isForeign as isForeignUri } from '../../src/worker/hosts/configSearch';
import { cli, dir, newFolder, put } from './lintKit';

const rulesOf = (out: string) =>
  JSON.parse(out).files.flatMap((f: { findings: { rule: string }[] }) => f.findings.map((x) => x.rule));
const ROOT_SERVICE = 'services:\n  a:\n    image: app:1\n    user: root\n';

beforeEach(newFolder);

describe('lint', () => {
  it('exits 1 for errors, 0 below the limit, 2 for what cannot be read', async () => {
    const path = put('compose.yaml', ROOT_SERVICE);
    expect((await cli([path])).code).toBe(1);
    expect((await cli([path, '--fail-on', 'never'])).code).toBe(0);
    expect((await cli([join(dir, 'none', 'Dockerfile')])).code).toBe(2);
    expect((await cli([put('notes.txt', 'x')])).code).toBe(2);
    const warned = put('Dockerfile', 'FROM scratch\nUSER 1\nFOO x\n');
    expect((await cli([warned])).code).toBe(0);
    expect((await cli([warned, '--fail-on', 'warning'])).code).toBe(1);
  });

  it.each([
    [[]],
    [['x', '--format', 'pdf']],
    [['x', '--nope']],
    [['x', '--profile', 'mlps2']],
    [['x', '--fail-on', 'all']],
  ])('refuses %j with exit 2 and nothing on stdout', async (args) => {
    const { code, out, err } = await cli(args);
    expect([code, out]).toEqual([2, '']);
    expect(err.length).toBeGreaterThan(10);
  });

  it('searches folders, and gives JSON with every missing setting alone', async () => {
    put('a/compose.yaml', 'services:\n  a:\n    image: app:1@sha256:0\n');
    put('node_modules/x/Dockerfile', 'FROM x\n');
    const { out } = await cli([dir, '--format', 'json', '--profile', 'mlps3']);
    expect(rulesOf(out)).toEqual(
      expect.arrayContaining(['MLPS-RUN-003', 'MLPS-RUN-005', 'MLPS-RUN-009', 'MLPS-IMG-001']),
    );
    expect(JSON.parse(out).files).toHaveLength(1);
    expect((await cli([dir, '--profile', 'mlps3'])).out).toContain('MLPS-RUN-000');
    expect((await cli([dir, '--profile', 'mlps3', '--no-group'])).out).not.toContain('MLPS-RUN-000');
  });

  it('applies safe fixes only, unless asked for all', async () => {
    const path = put('compose.yaml', `${ROOT_SERVICE}    cap_add: [CHOWN, NET_BIND_SERVICE]\n    expose: ["8080"]\n`);
    expect((await cli([path, '--fix'])).err).toContain(': 1 fix applied');
    expect(readFileSync(path, 'utf8')).toBe(`${ROOT_SERVICE}    cap_add: [CHOWN]\n    expose: ["8080"]\n`);
    expect((await cli([path, '--fix-unsafe'])).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain('user: "10001:10001"');
  });

  it('takes standard input under a name, and gives the fixed text back', async () => {
    expect((await cli(['-', '--stdin-filename', 'compose.yaml'], ROOT_SERVICE)).code).toBe(1);
    const { out } = await cli(['-', '--stdin-filename', 'compose.yaml', '--fix-unsafe'], ROOT_SERVICE);
    expect(out).toBe(ROOT_SERVICE.replace('root', '"10001:10001"'));
  });

  it('follows the nearest configuration: severity, override, waiver, ignore', async () => {
    put('.qrcodemaster.yaml', 'rules:\n  no-root-user: off\n');
    const path = put('sub/compose.yaml', ROOT_SERVICE);
    // Above the folder that is checked it holds in a repository alone.
    expect((await cli([path])).code).toBe(1);
    expect((await cli([dir])).code).toBe(0);
    mkdirSync(join(dir, '.git'));
    expect((await cli([path])).code).toBe(0);
    const config = put(
      'sub/.qrcodemaster.yaml',
      'overrides:\n  - files: ["*.yaml"]\n    rules:\n      MLPS-RUN-001: info\n',
    );
    expect((await cli([path, '--format', 'json'])).out).toContain('"severity": "info"');
    writeFileSync(config, 'waivers:\n  - rule: no-root-user\n    service: a\n    reason: reads the disk\n');
    expect((await cli([path, '--format', 'json'])).out).toContain('"reason": "reads the disk"');
    writeFileSync(config, 'waivers:\n  - rule: no-root-user\n    reason: was\n    until: 2020-01-01\n');
    expect((await cli([path])).code).toBe(1);
    writeFileSync(config, 'ignore: ["compose.yaml"]\n');
    expect((await cli([path])).code).toBe(0);
  });

  it('tells wrong configuration with its line and exits 2', async () => {
    const path = put('compose.yaml', ROOT_SERVICE);
    put(
      '.qrcodemaster.yaml',
      'profile: mlps3\nrules:\n  no-such-rule: off\n  no-root-user: loud\nfoo: 1\nwaivers:\n  - rule: x\n',
    );
    const { code, err } = await cli([path]);
    expect(code).toBe(2);
    for (const line of [3, 4, 5, 7]) expect(err).toContain(`.qrcodemaster.yaml:${line}: `);
    expect((await cli([path, '--config', join(dir, 'none.yaml')])).code).toBe(2);
  });
});

describe('gates', () => {
  it('heed neither configurations nor comments when told so, and say what was ignored', async () => {
    put('.qrcodemaster.yaml', 'ignore: ["**"]\n');
    const path = put(
      'compose.yaml',
      ROOT_SERVICE.replace('    user', '    # mlps-lint disable-next-line MLPS-RUN-001 -- x\n    user'),
    );
    const ignored = await cli([path]);
    expect([ignored.code, ignored.err.includes('.qrcodemaster.yaml')]).toEqual([0, true]);
    expect(ignored.out).toMatch(/^Configuration: .*\.qrcodemaster\.yaml \(1 file ignored\)$/m);
    const { configs } = JSON.parse((await cli([path, '--format', 'json'])).out);
    expect(configs).toEqual([{ path: expect.stringMatching(/\.qrcodemaster\.yaml$/), ignored: 1 }]);
    const piped = await cli(['-', '--stdin-filename', path, '--fix'], ROOT_SERVICE);
    expect([piped.out, piped.err.includes('.qrcodemaster.yaml')]).toEqual([ROOT_SERVICE, true]);
    expect((await cli([path, '--no-config'])).code).toBe(0);
    expect((await cli([path, '--no-config', '--no-inline-suppressions'])).code).toBe(1);
  });

  it('are told which rules a configuration switches off, for some files or all', async () => {
    put('.qrcodemaster.yaml', 'rules: {MLPS-RUN-001: off}\noverrides: [{files: x, rules: {MLPS-IMG-002: off}}]\n');
    const path = put('compose.yaml', ROOT_SERVICE);
    expect((await cli([path])).out).toMatch(/^Configuration: .* \(rules off: MLPS-IMG-002, MLPS-RUN-001\)$/m);
  });

  it('refuse a configuration that another user planted', async () => {
    mkdirSync(join(dir, '.git'));
    const [config, path] = [put('.qrcodemaster.yaml', 'ignore: ["**"]\n'), put('sub/compose.yaml', ROOT_SERVICE)];
    const isForeign = (user?: number) => isForeignUri(pathToFileURL(config).href, pathToFileURL(path).href, user);
    expect(isForeign()).toBe(false);
    if (process.getuid?.() !== 0) return;
    chownSync(config, 12345, 12345);
    expect(isForeign(0)).toBe(true);
    expect((await cli([path])).code).toBe(1);
    expect((await cli([path, '--config', config])).code).toBe(0);
    chownSync(join(dir, 'sub'), 12345, 12345);
    expect((await cli([path])).code).toBe(0);
  });
});

describe('rules', () => {
  it('lists all, shows one by id or name, refuses unknown ones', async () => {
    expect((await cli([], '', runRules)).out.split('\n').length).toBeGreaterThan(10);
    const byId = await cli(['mlps-run-001'], '', runRules);
    expect(byId.out).toBe((await cli(['no-root-user'], '', runRules)).out);
    expect(JSON.parse((await cli(['no-root-user', '--format', 'json'], '', runRules)).out)[0].id).toBe('MLPS-RUN-001');
    expect((await cli(['MLPS-XXX-999'], '', runRules)).code).toBe(2);
    expect((await cli(['--format', 'xml'], '', runRules)).code).toBe(2);
  });
});
