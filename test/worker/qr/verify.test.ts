import { describe, expect, it } from 'vitest';
import type { Level } from '../../../src/worker/protocol/symbol';
import { encode } from '../../../src/worker/qr/encode';
import { verify } from '../../../src/worker/qr/verify';
import { zxing } from './zxing';

const engine = await zxing();
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('verify', () => {
  it.each(['a', '你好, QR', '\u0000\u001b', '{"a":1}', '12345', 'A'.repeat(900)])('reads %j back', (text) => {
    expect(verify(encode(text).symbol, utf8(text), engine)).toEqual({ engines: ['zxing-wasm', '@zxing/library'] });
  });

  it('reads every version back, levels and masks in turn', () => {
    const levels: Level[] = ['L', 'M', 'Q', 'H'];
    for (let version = 1; version <= 40; version++) {
      const text = `V${version}`;
      const { symbol } = encode(text, { version, level: levels[version % 4]!, mask: version % 8 });
      expect(verify(symbol, utf8(text), engine).engines).toHaveLength(2);
    }
  });

  it('refuses other bytes, a damaged symbol, and colours that do not stand out', () => {
    const { symbol } = encode('text');
    expect(() => verify(symbol, utf8('other'), engine)).toThrow('not-read-back');
    expect(() =>
      verify({ ...symbol, modules: symbol.modules.map((module, i) => (i % 5 ? module : 0)) }, utf8('text'), engine),
    ).toThrow('not-read-back');
    expect(() => verify(symbol, utf8('text'), engine, { dark: '#fdfdfd' })).toThrow('not-read-back');
  });

  it('needs both engines to agree', () => {
    const { symbol } = encode('text');
    const other = encode('next').symbol;
    const blind = { readGray: () => [] };
    const alike = {
      readGray: (...args: Parameters<typeof engine.readGray>) =>
        engine.readGray(...args).map((read) => ({ ...read, bytes: utf8('text') })),
    };
    expect(() => verify(symbol, utf8('text'), blind)).toThrow('not-read-back');
    expect(() => verify(other, utf8('text'), alike)).toThrow('not-read-back');
  });
});
