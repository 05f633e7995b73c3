import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { appendFileSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { signFile } from '../../scripts/sign.mjs';
import { listOf } from '../../scripts/sums.mjs';
import { run } from '../../src/cli/verify';
import { openFolder, openVsix } from '../../src/cli/verify/openPackage';
import { readSums } from '../../src/cli/verify/readSums';
import { writeZip } from '../../src/worker/compliance/assess/report/workbook/writeZip';
import { zipEntry } from '../../src/worker/compliance/assess/report/workbook/zipEntry';
import { asFailure } from '../../src/worker/protocol/errors';
import { cli, dir, newFolder, put } from './lintKit';

beforeEach(newFolder);
/** With the sentence and the exit code of a fault that it throws, as the command line ends then. */
const verify = (...args: string[]) =>
  cli(args, '', run).catch((error) => {
    const { code, message } = asFailure(error, 'en');
    if (code === 'internal') throw error;
    return { code: 2, out: '', err: message };
  });
const bytes = (text: string) => new TextEncoder().encode(text);
const FILES: [string, string][] = [
  ['dist/cli.js', '1'],
  ['media/a.svg', '<svg/>'],
  ['package.json', JSON.stringify({ name: 'a' }, null, '\t')],
];
const vsix = (files = FILES) =>
  writeZip([
    zipEntry('extension.vsixmanifest', bytes('<m/>')),
    ...files.map(([name, text]) => zipEntry(`extension/${name}`, bytes(text))),
  ]);
const sums = (files = FILES) => put('sums', listOf(files));
const folder = (files = FILES) => {
  for (const [name, text] of files) put(`installed/${name}`, text);
  return join(dir, 'installed');
};
const statuses = ({ out }: { out: string }) =>
  Object.fromEntries(
    JSON.parse(out).differences.map((each: { file: string; status: string }) => [each.file, each.status]),
  );

describe('a list of hashes', () => {
  it('finds a package as it was built', async () => {
    const { code, out } = await verify(put('a.vsix', vsix()), '--sums', sums());
    expect({ code, out }).toEqual({ code: 0, out: '3 files are as they were built.\n' });
  });

  it('names what was changed, what is missing and what is extra, in a package and in a folder', async () => {
    const other: typeof FILES = [['dist/cli.js', '2'], FILES[2]!, ['dist/new.js', '3']];
    const expected = { 'dist/cli.js': 'changed', 'media/a.svg': 'missing', 'dist/new.js': 'extra' };
    for (const subject of [put('a.vsix', vsix(other)), folder(other)]) {
      const result = await verify(subject, '--sums', sums(), '--format', 'json');
      expect(result.code).toBe(1);
      expect(statuses(result)).toEqual(expected);
    }
    const { out, err } = await verify(join(dir, 'a.vsix'), '--sums', sums());
    expect(out).toContain('changed  dist/cli.js\nextra    dist/new.js\nmissing  media/a.svg\n');
    expect(err).toContain('Do not run it');
  });

  it('takes the package.json that VS Code writes when it installs, and no other', async () => {
    const written = (manifest: object) =>
      [...FILES.slice(0, 2), ['package.json', JSON.stringify(manifest, null, '\t')]] as typeof FILES;
    const installed = { name: 'a', __metadata: { installedTimestamp: 1 } };
    put('installed/.vsixmanifest', '<m/>');
    expect((await verify(folder(written(installed)), '--sums', sums())).code).toBe(0);
    expect((await verify(folder(written({ ...installed, main: './other.js' })), '--sums', sums())).code).toBe(1);
  });

  it('takes no link for a file of the package', async () => {
    folder();
    rmSync(join(dir, 'installed/dist/cli.js'));
    symlinkSync(put('elsewhere.js', '1'), join(dir, 'installed/dist/cli.js'));
    expect(statuses(await verify(join(dir, 'installed'), '--sums', sums(), '--format', 'json'))).toEqual({
      'dist/cli.js': 'changed',
    });
  });

  it('of packages is compared with the whole package', async () => {
    const file = put('a.vsix', vsix());
    const list = put('SHA256SUMS', listOf([['a.vsix', vsix()]]));
    expect((await verify(file, '--sums', list)).code).toBe(0);
    appendFileSync(file, '\0');
    expect((await verify(file, '--sums', list)).code).toBe(1);
  });

  it.each([
    ['', 0],
    ['no list', 0],
    [`${'a'.repeat(63)}  a`, 0],
    [`${'A'.repeat(64)} *./a b\r\n\n# note\n`, 1],
  ])('is %j, or is none', (text, size) => {
    expect(readSums(text)?.size ?? 0).toBe(size);
  });

  it('reads the same of any names', () => {
    const name = fc
      .stringMatching(/^[\w\u4e00][\w ./()\u4e00-\u9fff-]{0,20}$/)
      .filter((text) => !text.startsWith('./') && text.trim() === text);
    fc.assert(
      fc.property(fc.uniqueArray(name), (names) => {
        const list = listOf(names.map((each) => [each, each]));
        expect([...(readSums(list)?.keys() ?? [])].sort()).toEqual([...names].sort());
      }),
    );
  });
});

describe('a package of somebody else', () => {
  it.each<[string, Uint8Array | string]>([
    ['no archive', 'PK'],
    ['an empty file', ''],
    ['an archive cut off', vsix().subarray(0, 60)],
  ])('that is %s ends with 2', async (_, content) => {
    const { code, err } = await verify(put('a.vsix', content), '--sums', sums());
    expect(code).toBe(2);
    expect(err).toContain('.vsix');
  });

  it('is not inflated beyond what it claims', () => {
    const bomb = zipEntry('extension/dist/cli.js', new Uint8Array(50_000_000));
    expect(openVsix(writeZip([bomb])).read('dist/cli.js')).toBeUndefined();
    expect(openVsix(writeZip([{ ...bomb, size: 10 }])).read('dist/cli.js')).toBeUndefined();
  });

  it('whose names lead elsewhere holds files that are extra, and nothing is written', async () => {
    const names: typeof FILES = [...FILES, ['../../etc/passwd', 'x'], ['dist/../../x', 'y']];
    const result = await verify(put('a.vsix', vsix(names)), '--sums', sums(), '--format', 'json');
    expect(statuses(result)).toEqual({ '../../etc/passwd': 'extra', 'dist/../../x': 'extra' });
  });

  it('whatever bytes it has is told of, and nothing but a fault is thrown', async () => {
    const good = vsix();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (edits) => {
          const bad = Uint8Array.from(good);
          for (const [at, byte] of edits) bad[at] = byte;
          const { code } = await verify(put('a.vsix', bad), '--sums', sums());
          expect([0, 1, 2]).toContain(code);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a signature', () => {
  const pair = () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const key = put('key.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }));
    return { key, pub: put('key.pub', publicKey.export({ type: 'spki', format: 'pem' })) };
  };

  it('of the publisher is valid, and no longer when a byte of the list changes', async () => {
    const { key, pub } = pair();
    const file = put('a.vsix', vsix());
    const list = sums();
    signFile(key, list);
    const good = await verify(file, '--sums', list, '--key', pub);
    expect(good.code).toBe(0);
    expect(good.out).toContain('signature  valid');
    writeFileSync(list, `${readFileSync(list)}\n`);
    const bad = await verify(file, '--sums', list, '--key', pub, '--format', 'json');
    expect(bad.code).toBe(1);
    expect(JSON.parse(bad.out)).toMatchObject({ isSigned: false, differences: [] });
  });

  it.skipIf(spawnSync('openssl', ['version']).status !== 0)('is the same that openssl checks and makes', async () => {
    const { key, pub } = pair();
    const list = sums();
    const openssl = (...args: string[]) =>
      execFileSync('openssl', ['pkeyutl', ...args, '-rawin', '-in', list], { encoding: 'utf8' });
    const out = openssl('-verify', '-pubin', '-inkey', pub, '-sigfile', signFile(key, list));
    expect(out).toContain('Signature Verified Successfully');
    openssl('-sign', '-inkey', key, '-out', `${list}.sig`);
    expect((await verify(put('a.vsix', vsix()), '--sums', list, '--key', pub)).code).toBe(0);
  });

  it('needs a public key of that kind, and a list', async () => {
    const { key, pub } = pair();
    const file = put('a.vsix', vsix());
    expect((await verify(file, '--key', pub)).code).toBe(2);
    expect((await verify(file, '--sums', sums(), '--key', key)).code).toBe(2);
    expect((await verify(file, '--sums', sums(), '--key', put('x.pub', 'x'))).code).toBe(2);
    // No signature beside the list.
    expect((await verify(file, '--sums', sums(), '--key', pub)).code).toBe(2);
  });
});

describe('what cannot be read', () => {
  const unreadable = 'The file cannot be read: ENOENT.';
  const nowhere = (name = 'nowhere') => join(dir, name);

  it('is named with the reason, be it the list, its signature or the key', async () => {
    const file = put('a.vsix', vsix());
    const list = sums();
    expect((await verify(file, '--sums', nowhere())).err).toContain(`${nowhere()}: ${unreadable}`);
    expect((await verify(file, '--sums', list, '--key', nowhere())).err).toContain(`${nowhere()}: ${unreadable}`);
    const { publicKey } = generateKeyPairSync('ed25519');
    const pub = put('key.pub', publicKey.export({ type: 'spki', format: 'pem' }));
    const { code, err } = await verify(file, '--sums', list, '--key', pub);
    expect(code).toBe(2);
    expect(err).toContain(`${list}.sig: ${unreadable}`);
    expect(err).not.toContain('.vsix');
    expect((await verify(file, '--sums', dir)).err).toContain(`${dir}: This is a pipe, a device or a folder`);
  });

  it('as a package is told as what it is', async () => {
    expect((await verify(nowhere(), '--sums', sums())).err).toContain(`${nowhere()} cannot be read (ENOENT).`);
    symlinkSync('loop', nowhere('loop'));
    expect((await verify(nowhere('loop'), '--sums', sums())).err).toContain(
      `${nowhere('loop')} cannot be read (ELOOP).`,
    );
    const large = put('large.vsix', '');
    truncateSync(large, 64 * 1024 * 1024 + 1);
    expect((await verify(large, '--sums', sums())).err).toContain('larger than 64 MB');
    expect((await verify('/dev/null', '--sums', sums())).err).toContain('not a package of VS Code (.vsix)');
  });

  it('as a folder has the reason as the system names it, which is no language', () => {
    expect(() => openFolder(nowhere())).toThrow(
      expect.objectContaining({ code: 'folder-unreadable', data: { reason: 'ENOENT' } }),
    );
  });
});

it('explains itself', async () => {
  const { code, out } = await verify('--help');
  expect(code).toBe(0);
  for (const word of ['--sums', '--key', '--format']) expect(out).toContain(word);
  expect((await verify('a', 'b')).code).toBe(2);
  expect((await verify(join(dir, 'nowhere'), '--sums', sums())).code).toBe(2);
});

it('finds no hashes in the source', async () => {
  const { code, err } = await verify(folder());
  expect(code).toBe(2);
  expect(err).toContain('--sums');
});
