/** Pictures with secrets in their QR codes, for tests of what looks for them. */
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import { encode } from './encodeKit';
import { dir, put } from './lintKit';

const SEED = 'JBSWY3DPEHPK3PXP';
const PASSWORD = 'correct-horse';

/** What nobody may be shown. */
export const SECRETS = new RegExp(`${SEED}|${PASSWORD}`);

/** The built decode threads. */
export const distDir = resolve(import.meta.dirname, '../../dist');

/** Into the folder of the test, beside a Dockerfile; git ignores `out`. */
export async function putSecretPictures(): Promise<void> {
  for (const [name, text] of [
    ['docs/otp.png', `otpauth://totp/ACME:ada?secret=${SEED}&issuer=ACME`],
    ['docs/wifi.png', `WIFI:T:WPA;S:Guest;P:${PASSWORD};;`],
    ['docs/plain.png', 'https://example.com/'],
    ['out/ignored.png', `https://ada:${PASSWORD}@git.example.org/x`],
  ] as const) {
    put(name, '');
    const { code } = await encode([text, '-o', join(dir, name)]);
    expect(code).toBe(0);
  }
  put('.gitignore', 'out/\n');
  put('.git/HEAD', '');
  put('Dockerfile', 'FROM node:latest\nUSER 1000\nHEALTHCHECK CMD true\nCMD ["node"]\n');
}
