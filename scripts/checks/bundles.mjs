// Checks the .vsix: sizes within their budgets, its lists inside, and two builds of one commit, in
// other folders, time zones and umasks, equal to the last byte in all that is handed out, whose list
// of hashes is true and can be signed.
import { generateKeyPairSync } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commitTime, packAll } from '../package.mjs';
import { node, root, run } from '../run.mjs';
import { listOf } from '../sums.mjs';
import { entriesOf } from '../zip.mjs';

const budgets = { extensionBytes: 45_000, vsixBytes: 2_500_000 };
const VSIX = 'qr-code-master.vsix';
const SUMS = 'SHA256SUMS';
/** What has to be in the package, by the names in it. */
const LISTS = ['sbom.cdx.json', 'vex.cdx.json', 'THIRD-PARTY.txt'].map((name) => `extension/dist/${name}`);

/** Packs a copy of the project in another folder, time zone and umask. */
async function packElsewhere(copy, out) {
  const { out: listed } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z']);
  for (const name of listed.split('\0').filter(Boolean))
    if (existsSync(path.join(root, name))) cpSync(path.join(root, name), path.join(copy, name));
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  const before = process.umask(0o077);
  try {
    const env = { TZ: 'Pacific/Kiritimati', SOURCE_DATE_EPOCH: await commitTime() };
    const packed = await node([path.join(copy, 'scripts', 'package.mjs'), out], { cwd: copy, env });
    if (packed.code !== 0) throw new Error(packed.out);
  } finally {
    process.umask(before);
  }
}

/** The files of a folder with their contents. */
const filesOf = (folder) => new Map(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name))]));

function differences(a, b) {
  const names = [...new Set([...a.keys(), ...b.keys()])];
  return names
    .filter((name) => !a.get(name)?.equals(b.get(name) ?? Buffer.alloc(0)))
    .map((name) => `two builds of this commit differ: ${name}`);
}

/** Lines of the list that are of no file beside it, and files that it lacks. */
function wrongSums(files) {
  const { [SUMS]: list = '', ...others } = Object.fromEntries(files);
  const linesOf = (text) => new Set(text.split('\n'));
  const [told, wanted] = [linesOf(list.toString()), linesOf(listOf(Object.entries(others)))];
  return [
    ...[...told].filter((line) => !wanted.has(line)).map((line) => `${SUMS} is wrong: ${line}`),
    ...[...wanted].filter((line) => !told.has(line)).map((line) => `${SUMS} lacks: ${line}`),
  ];
}

function missing(vsix) {
  const names = new Set(entriesOf(vsix).map(({ name }) => name));
  return LISTS.filter((name) => !names.has(name)).map((name) => `the .vsix lacks ${name}`);
}

/** Signs the list with a key that is thrown away, and has the built program verify the package. */
async function unsigned(out, keys) {
  mkdirSync(keys);
  const [key, pub] = ['key.pem', 'key.pub'].map((name) => path.join(keys, name));
  const pair = generateKeyPairSync('ed25519');
  writeFileSync(key, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(pub, pair.publicKey.export({ type: 'spki', format: 'pem' }));
  const sums = path.join(out, SUMS);
  const signed = await node(['scripts/sign.mjs', key, sums]);
  if (signed.code !== 0) return [signed.out];
  const args = ['verify', path.join(out, VSIX), '--sums', sums, '--key', pub, '--format', 'json'];
  const verified = await node(['dist/cli.js', ...args], { env: { QR_CODE_MASTER_AUDIT: path.join(keys, 'log') } });
  return verified.code === 0 && verified.out.includes('"isSigned": true') ? [] : [`not verified: ${verified.out}`];
}

/** Leaves a production build in dist/ for the checks that follow. */
export const bundles = {
  name: 'the .vsix: sizes, contents, two builds equal',
  async problems() {
    const folder = mkdtempSync(path.join(tmpdir(), 'qr-code-master-'));
    try {
      const [a, b, copy, keys] = ['a', 'b', 'copy', 'keys'].map((name) => path.join(folder, name));
      for (const out of [a, b]) mkdirSync(out);
      await packElsewhere(copy, path.join(b, VSIX));
      const file = await packAll({ out: path.join(a, VSIX) });
      const sizes = {
        extensionBytes: statSync(path.join(root, 'dist', 'extension.js')).size,
        vsixBytes: statSync(file).size,
      };
      const over = Object.keys(budgets).filter((key) => sizes[key] > budgets[key]);
      const [first, second] = [filesOf(a), filesOf(b)];
      this.name = `the .vsix: ${(sizes.vsixBytes / 1e6).toFixed(2)} MB, extension.js ${(sizes.extensionBytes / 1e3).toFixed(1)} kB, two builds equal (${first.size} files), signed and verified`;
      return [
        ...over.map((key) => `${key} is ${sizes[key]}, over ${budgets[key]}`),
        ...missing(file),
        ...differences(first, second),
        ...[first, second].flatMap(wrongSums),
        ...(await unsigned(a, keys)),
      ];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};
