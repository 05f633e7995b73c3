import { expect, it } from 'vitest';
import { decodeAs } from '../../../../../src/worker/qr/decode/charset/decodeAs';

it('has the characters of windows-1252 that some runtimes take for control characters', () => {
  const bytes = Uint8Array.of(0x80, 0x85, 0x8a, 0x91, 0x92, 0x93, 0x94, 0x96, 0x99, 0x9f, 0xe9);
  expect(decodeAs('windows-1252', bytes)).toBe('€…Š‘’“”–™Ÿé');
});

it('gives null when strict and broken, else U+FFFD', () => {
  for (const [name, bytes] of [
    ['utf-8', [0xe4, 0xba]],
    ['utf-32be', [0, 0x11, 0, 0]],
    ['utf-32le', [0x41, 0, 0, 0, 0x41]],
    ['us-ascii', [0xe9]],
  ] as const) {
    expect(decodeAs(name, Uint8Array.from(bytes), true)).toBeNull();
    expect(decodeAs(name, Uint8Array.from(bytes))).toContain('\ufffd');
  }
  expect(decodeAs('no-such-set', Uint8Array.of(1))).toBeNull();
});
