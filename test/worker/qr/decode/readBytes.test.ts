/** Bytes in a character set that somebody has chosen. */
import { expect, it } from 'vitest';
import { readBytes } from '../../../../src/worker/qr/decode/charset/readBytes';

it('reads bytes in every character set that can be chosen', () => {
  const { charsets } = readBytes(new Uint8Array(), '');
  expect(charsets).toEqual(expect.arrayContaining(['utf-8', 'gb18030', 'shift_jis', 'big5', 'windows-1252', 'cp437']));
  for (const charset of charsets)
    expect(readBytes(Uint8Array.of(0x41, 0x42, 0x43, 0x44), charset).text, charset).toBeTruthy();
});

it('says whether all bytes mean something', () => {
  const chinese = Uint8Array.of(0xd6, 0xd0, 0xce, 0xc4);
  expect(readBytes(chinese, 'gb18030')).toMatchObject({ text: '中文', broken: false });
  expect(readBytes(chinese, 'utf-8')).toMatchObject({ broken: true });
  // Every byte has a character, whatever is asked for.
  expect(readBytes(chinese, '<script>')).toMatchObject({ text: 'ÖÐÎÄ', broken: false });
});
