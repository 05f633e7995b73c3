/** The five commands of the threat model, run as they are written, in the folder of an unpacked package. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unpackInto } from '../cli/unpackInto';

const top = mkdtempSync(join(tmpdir(), 'security-commands-'));
afterAll(() => rmSync(top, { recursive: true }));
const installed = join(top, 'installed');
/** What the page calls `/path/to`. */
const given = join(top, 'given');

/** By their numbers on the page; one may have several lines. */
const page = readFileSync('docs/security.md', 'utf8');
const found = [...page.matchAll(/^# (\d)\. .*\n((?:(?!#|```).+\n)+)/gm)];
const commands = new Map(found.map(([, number, lines]) => [Number(number), lines!.replaceAll('/path/to', given)]));

const env = {
  ...process.env,
  LC_ALL: 'C',
  PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
  QR_CODE_MASTER_AUDIT: join(top, 'log'),
};

/** The exit code of a script of the shell, and all that it says. */
function sh(script: string) {
  const file = join(top, 'out');
  // Into a file: pipes of Node are sockets, which strace would name.
  const args = ['-c', `exec >'${file}' 2>&1\n${script}`];
  const { status } = spawnSync('sh', args, { cwd: installed, env, stdio: 'ignore' });
  return { status, out: readFileSync(file, 'utf8') };
}

/** Whether a program that a command needs cannot do its work here, which is told. */
function cannot(probe: string): boolean {
  const { status, error, stderr } = spawnSync('sh', ['-c', probe], { encoding: 'utf8' });
  if (status === 0) return false;
  console.warn(`Skipped in test/docs/securityCommands: ${probe}: ${error?.message ?? stderr.trim()}`);
  return true;
}
const noShell = cannot('true');

beforeAll(() => {
  unpackInto(installed);
  mkdirSync(join(given, 'project'), { recursive: true });
  cpSync('samples/pictures/hello.png', join(given, 'picture.png'));
  writeFileSync(join(given, 'project', '.qrcodemaster.yaml'), 'rules: { MLPS-RUN-001: off }\n');
  const image = '    # mlps-lint disable-next-line MLPS-IMG-002 -- x\n    image: nginx:latest\n';
  writeFileSync(join(given, 'project', 'compose.yaml'), `services:\n  a:\n${image}    user: root\n`);
});

it('are five', () => {
  expect([...commands.keys()]).toEqual([1, 2, 3, 4, 5]);
});

it.skipIf(noShell)('1: every file is as it was built, and one that is not is named', () => {
  expect(sh(commands.get(1)!)).toMatchObject({ status: 0, out: expect.stringContaining('as they were built') });
  const file = join(installed, 'dist/linter.js');
  const bytes = readFileSync(file);
  writeFileSync(file, `${bytes}\n`);
  expect(sh(commands.get(1)!)).toMatchObject({ status: 1, out: expect.stringContaining('changed  dist/linter.js') });
  writeFileSync(file, bytes);
});

it.skipIf(noShell || cannot('unshare -rn true'))('2: without any network it does the same', () => {
  const command = commands.get(2)!;
  const alone = sh(command);
  expect(alone.out).toContain('MLPS-');
  expect(alone).toEqual(sh(command.replace('unshare -rn ', '')));
});

const noStrace = noShell || cannot('strace -f -e trace=network,execve -o /dev/null true');
it.skipIf(noStrace)('3: the kernel was asked for one program and no socket', () => {
  const { status, out } = sh(commands.get(3)!);
  expect(status).toBe(0);
  expect(out).toContain('Hello from QR Code Master');
  expect(out.match(/^\d+ +\w+\(/gm)?.map((call) => call.replace(/^\d+ +/, ''))).toEqual(['execve(']);
});

it.skipIf(noShell)('4: neither configuration nor comment hides anything', () => {
  const rulesIn = (text: string) => [...new Set(text.match(/MLPS-(?:RUN-001|IMG-002)(?= )/g))].sort();
  const [, program] = /(node dist.*)/.exec(commands.get(2)!)!;
  expect(rulesIn(sh(program!).out)).toEqual([]);
  expect(rulesIn(sh(commands.get(4)!).out)).toEqual(['MLPS-IMG-002', 'MLPS-RUN-001']);
});

it.skipIf(noShell)('5: no line of what was done was changed', () => {
  sh('node dist/cli.js encode a');
  expect(sh(commands.get(5)!)).toMatchObject({ status: 0, out: expect.stringContaining('The log is whole') });
  const log = join(top, 'log', readdirSync(join(top, 'log')).find((name) => name.endsWith('.jsonl'))!);
  writeFileSync(log, readFileSync(log, 'utf8').replace('"op":"make"', '"op":"read"'));
  expect(sh(commands.get(5)!)).toMatchObject({ status: 1, out: expect.stringContaining('not whole') });
});
