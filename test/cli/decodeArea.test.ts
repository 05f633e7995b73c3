/** `decode --crop` and `--corners`: the part of a picture that is read, and where its codes are. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

/** Four codes on a table. */
const TABLE = 'samples/pictures/table.jpg';
const cli = resolve('dist/cli.js');

function decode(...args: string[]) {
  const env = { ...process.env, QR_CODE_MASTER_AUDIT: 'off' };
  const all = [cli, 'decode', TABLE, '--format', 'jsonl', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: 'utf8', env });
  return { status, picture: JSON.parse(stdout), stderr };
}
const textsOf = (picture: { symbols: { text: string }[] }) => picture.symbols.map(({ text }) => text);

it('reads all without', () => {
  expect(textsOf(decode().picture)).toHaveLength(4);
});

it.each([
  ['--crop', '590,500,230,220', 'SN 4071-2238', [623, 542]],
  ['--corners', '590,500,820,500,820,720,590,720', 'SN 4071-2238', [623, 542]],
  ['--crop', '540,90,310,330', 'WIFI:T:WPA;S:Guest;P:not-a-secret;;', [557, 175]],
])('%s %s: that code alone, in places of the whole picture', (option, area, text, [x, y]) => {
  const { status, picture } = decode(option, area);
  expect([status, textsOf(picture)]).toEqual([0, [text]]);
  const [[left, top]] = picture.symbols[0].corners;
  expect(Math.hypot(left - x!, top - y!)).toBeLessThan(5);
  expect([picture.width, picture.height]).toEqual([1000, 800]);
});

it('an area without a code gives none, and one outside of the picture is refused', () => {
  expect(decode('--crop', '0,0,60,60')).toMatchObject({ status: 1, picture: { symbols: [] } });
  const { status, picture } = decode('--crop', '2000,2000,5,5');
  expect([status, picture.error.code]).toEqual([2, 'tool-outside']);
});
