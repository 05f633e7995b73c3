/** An independent encoder: Debian's zint. */
import { spawnSync } from 'node:child_process';
import { levels } from '../../../src/worker/qr/limits';
import type { Combination } from './everySymbol';

/** As it names itself; undefined when it is not installed. */
export const zintVersion = (): string | undefined => {
  const { status, stdout } = spawnSync('zint', ['--version']);
  return status === 0 ? stdout.toString().trim() : undefined;
};

/** The modules that it draws, one row of 0 and 1 after the other. */
export function zint({ version, level, mask }: Combination, data: string | Uint8Array, ...more: string[]): string {
  const options = [
    '-b',
    'QRCODE',
    `--vers=${version}`,
    `--secure=${1 + levels.indexOf(level)}`,
    `--mask=${mask}`,
    ...more,
  ];
  const { stdout, status, stderr } = spawnSync('zint', [...options, '--dump', '-i', '-'], { input: data });
  if (status !== 0) throw new Error(`zint: ${stderr}`);
  const size = 17 + 4 * version;
  const bits = (hex: string) =>
    [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  return stdout
    .toString()
    .trim()
    .split('\n')
    .map((line) => bits(line.replaceAll(' ', '')).slice(0, size))
    .join('');
}
