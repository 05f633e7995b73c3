/** What commands write into the operation log. */
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ruleSetHash } from '../../src/worker/compliance/assess/ruleSet';
import { rules } from '../../src/worker/compliance/rules/index';
import { eventsOf } from '../audit/logKit';
import { CLI, log, operations, parent, put, run, sha256, work } from './auditKit';

it('has making and reading, with the set of rules, and no text', async () => {
  expect(run(['encode', 'hello', '-o', 'a.png']).status).toBe(0);
  expect(run(['decode', 'a.png', 'missing.png']).status).toBe(2);
  const [make, read, failed] = operations();
  const content = { bytes: 5, sha256: sha256('hello') };
  const detail = { format: 'png', level: 'H', version: 1 };
  expect(make).toMatchObject({ op: 'make', target: 'a.png', result: 'ok', content, detail });
  expect(make!.rules).toBe(await ruleSetHash(rules));
  const picture = readFileSync(join(work, 'a.png'));
  expect(read).toMatchObject({ op: 'read', target: 'a.png', result: 'ok', content: { sha256: sha256(picture) } });
  expect(failed).toMatchObject({ op: 'read', target: 'missing.png', result: 'failed' });
  expect(JSON.stringify(operations())).not.toContain('hello');
});

it('has neither a secret nor its hash', () => {
  const secret = 'WIFI:T:WPA;S:net;P:hunter2;;';
  expect(run(['encode', secret, '-o', 'w.png']).status).toBe(0);
  expect(run(['encode', '--split', secret.repeat(90), '-o', 's.png']).status).toBe(0);
  expect(run(['decode', 'w.png']).status).toBe(0);
  expect(operations().map(({ op, content }) => [op, Object.keys(content!)])).toEqual([
    ...[
      ['make', ['bytes']],
      ['make', ['bytes']],
      ['read', ['bytes']],
    ],
  ]);
  expect(JSON.stringify(operations())).not.toMatch(new RegExp(`hunter2|${sha256(secret)}`));
});

it('has a check as one line, with its configuration, fixes and baseline', () => {
  put('app/Dockerfile', 'FROM node:latest\nUSER root\nCMD ["node"]\n');
  put('app/compose.yaml', 'services:\n  web:\n    image: nginx:1.29\n    privileged: true\n');
  put('.qrcodemaster.yaml', 'profile: recommended\n');
  put('.git/HEAD', '');
  const fix = run(['lint', 'app', '--fix-unsafe', '--write-baseline', 'base.json']);
  expect(fix.status).toBe(0);
  const byOp = new Map<string, ReturnType<typeof operations>>();
  for (const each of operations()) byOp.set(each.op, [...(byOp.get(each.op) ?? []), each]);
  expect(byOp.get('configuration')).toMatchObject([
    { target: '.qrcodemaster.yaml', content: { sha256: sha256('profile: recommended\n') } },
  ]);
  expect(byOp.get('check')).toMatchObject([{ target: 'app', detail: { files: 2 } }]);
  const [baseline] = byOp.get('baseline')!;
  expect(baseline).toMatchObject({ content: { sha256: sha256(readFileSync(join(work, 'base.json'))) } });
  const fixes = byOp.get('fix')!;
  expect(fixes.map(({ target }) => target).sort()).toEqual(['app/Dockerfile', 'app/compose.yaml']);
  for (const { target, content } of fixes) expect(content!.sha256).toBe(sha256(readFileSync(join(work, target!))));
});

it('names what was checked from the current folder, with the hash of its list', () => {
  put('a b/Dockerfile', 'FROM alpine:3.20\n');
  put('app/compose.yaml', 'services: {}\n');
  put('.qrcodemaster.yaml', 'profile: recommended\n');
  put('.git/HEAD', '');
  put('.env', 'PASSWORD=hunter2\n');
  run(['lint', join(work, 'app'), './app/../a b/', join(work, '.env')]);
  const list = ['a b/Dockerfile', 'app/compose.yaml']
    .map((name) => `${sha256(readFileSync(join(work, name)))}  ${name}\n`)
    .join('');
  const [configuration, check] = operations();
  expect(configuration).toMatchObject({ op: 'configuration', target: '.qrcodemaster.yaml', ms: 0 });
  expect(check).toMatchObject({ op: 'check', target: 'app a b .env', content: { bytes: 47, sha256: sha256(list) } });
  // Of the whole run, not of the moment since the configuration.
  expect(check!.ms).toBeGreaterThan(0);
});

it('has the report that was written, and what it is of', () => {
  put('app/Dockerfile', 'FROM alpine:3.20\n');
  expect(run(['report', join(work, 'app'), '-o', 'r.json']).status).toBe(0);
  const { stdout } = run(['report', 'app', '--format', 'json']);
  expect(operations().filter(({ op }) => op === 'report')).toMatchObject([
    { target: 'r.json', content: { sha256: sha256(readFileSync(join(work, 'r.json'))) }, detail: { of: 'app' } },
    { target: '-', content: { bytes: Buffer.byteLength(stdout), sha256: sha256(stdout) }, detail: { of: 'app' } },
  ]);
});

it('has each picture that a check reads, and no hash of what is no picture', () => {
  run(['encode', 'https://example.com', '-o', 'b.png']);
  put('id_rsa', '-----BEGIN OPENSSH PRIVATE KEY-----\n');
  put('app/Dockerfile', 'FROM alpine:3.20\n');
  writeFileSync(join(work, 'app/a.png'), readFileSync(join(work, 'b.png')));
  run(['lint', '--pictures', 'app']);
  run(['decode', 'id_rsa']);
  const reads = operations().filter(({ op }) => op === 'read');
  const picture = readFileSync(join(work, 'b.png'));
  expect(reads).toMatchObject([
    { target: 'app/a.png', result: 'ok', content: { sha256: sha256(picture) }, detail: { symbols: 1 } },
    { target: 'id_rsa', result: 'failed' },
  ]);
  expect(reads[1]!.content).toEqual({ bytes: 36 });
  const list = ['app/Dockerfile', 'app/a.png'].map((name) => `${sha256(readFileSync(join(work, name)))}  ${name}\n`);
  expect(operations().find(({ op }) => op === 'check')!.content!.sha256).toBe(sha256(list.join('')));
});

it('has reports, deployments, batches, what failed, and nothing for help', () => {
  expect(run(['init', 'deploy', '--domain', 'codes.example.com', '--source', '192.168.10.0/24']).status).toBe(0);
  expect(run(['report', 'deploy', '-o', 'r.json']).status).toBe(0);
  put('lines.txt', 'a\nb\n');
  expect(run(['encode', '--batch', 'lines.txt', '--out-dir', 'out']).status).toBe(0);
  expect(run(['encode', '--level', 'X', 'a']).status).toBe(2);
  for (const args of [['--help'], ['encode', '--help'], ['rules', 'MLPS-IMG-001'], ['--version'], ['audit', 'path']])
    expect(run(args).status).toBe(0);
  expect(operations().map(({ op, target, result }) => [op, target, result])).toEqual([
    ['create', 'deploy', 'ok'],
    ['configuration', 'deploy/.qrcodemaster.yaml', 'ok'],
    ['report', 'r.json', expect.any(String)],
    ['make', 'out', 'ok'],
    ['make', undefined, 'failed'],
  ]);
});

it('has what was done when nobody reads on', () => {
  const script = `"${process.execPath}" "${CLI}" encode hello --format svg | true; sleep 1`;
  const env = { ...process.env, QR_CODE_MASTER_AUDIT: log };
  spawnSync('sh', ['-c', script], { cwd: work, env });
  expect(operations().length).toBeGreaterThan(0);
});

it.skipIf(process.platform === 'win32')('fails no command where its folder is closed to the user', () => {
  // Root may do everything: somebody else runs the command then, in a folder that is theirs.
  const other = process.getuid?.() === 0 ? { uid: 65_534 } : {};
  for (const folder of [parent, work]) chmodSync(folder, 0o755);
  mkdirSync(log, { mode: 0o500 });
  if (other.uid !== undefined) chownSync(log, other.uid, other.uid);
  const { status, stdout, stderr } = run(['encode', 'a', '--format', 'svg'], other);
  expect([status, stdout], stderr).toEqual([0, expect.stringContaining('<svg')]);
  expect(stderr).toContain(`The operation log in ${log} cannot be written (EACCES).`);
  expect(readdirSync(log)).toEqual([]);
  chmodSync(log, 0o700);
  expect(run(['encode', 'a', '--format', 'svg'], other)).toMatchObject({ status: 0, stderr: '' });
  expect(operations()).toHaveLength(1);
});

it('says that it was turned off, and then nothing', () => {
  run(['encode', 'a', '-o', 'a.svg']);
  const env = { QR_CODE_MASTER_AUDIT: 'off', XDG_STATE_HOME: join(work, 'state') };
  for (let i = 0; i < 2; i++)
    expect(run(['encode', 'a', '-o', 'a.svg'], { env })).toMatchObject({ status: 0, stderr: '' });
  expect(eventsOf(join(work, 'state/qr-code-master/audit'))).toEqual(['started', 'off']);
  expect(operations()).toHaveLength(1);
});
