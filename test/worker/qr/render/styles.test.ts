import { scanImageData } from '@undecaf/zbar-wasm';
import { describe, expect, it } from 'vitest';
import { makingChoices } from '../../../../src/worker/protocol/style';
import { readGrayWithLibrary } from '../../../../src/worker/qr/decode/zxingLibrary';
import { encode } from '../../../../src/worker/qr/encode';
import { writePng } from '../../../../src/worker/qr/png';
import { render } from '../../../../src/worker/qr/render/render';
import { exported, reads } from '../../../../src/worker/qr/scanMargin/picture';
import { prove } from '../../../../src/worker/qr/scanMargin/prove';
import { scanMargin } from '../../../../src/worker/qr/scanMargin/scanMargin';
import { rgbaOf } from '../decode/drawSymbol';
import { zxing } from '../zxing';

const engine = await zxing();
const text = 'https://example.com/styles';
const bytes = new TextEncoder().encode(text);
const share = 0.22;
const { symbol } = encode(text, { logoShare: share });
const logo = {
  bytes: writePng(
    Uint8Array.from({ length: 30 * 20 * 4 }, (_, i) => [200, 40, 60, i % 16 < 8 ? 255 : 90][i % 4]!),
    30,
    20,
  ),
  share,
};

const styles = makingChoices.modules.flatMap((modules) =>
  makingChoices.finders.flatMap((finders) =>
    [{}, { logo }].map((extra) => ({ modules, finders, dark: '#203060', ...extra })),
  ),
);

describe('styles', () => {
  it.each(styles)('$modules modules and $finders finders are read by three decoders', async (style) => {
    for (const format of ['png', 'jpeg'] as const) {
      const picture = exported(symbol, format, { ...style, scale: 5 });
      expect(reads(picture, bytes, engine), format).toBe(true);
      const { data, width, height } = picture;
      expect(readGrayWithLibrary(data, width, height)?.text, `${format} @zxing/library`).toBe(text);
      const image = { data: new Uint8ClampedArray(rgbaOf(picture)), width, height, colorSpace: 'srgb' };
      const zbar = await scanImageData(image as unknown as Parameters<typeof scanImageData>[0]);
      expect(
        zbar.map((each) => each.decode()),
        `${format} zbar`,
      ).toEqual([text]);
    }
  });

  it('refuses a logo that hides more than the level bears, and raises the level for one', () => {
    const weak = encode('x', { level: 'L' }).symbol;
    expect(() => render(weak, 'svg', { logo: { ...logo, share: 0.3 } })).toThrow('logo-too-large');
    expect(encode('x', { level: 'L', logoShare: 0.3 }).symbol.level).toBe('H');
    expect(() => encode('x'.repeat(2900), { logoShare: 0.3 })).toThrow('logo-too-large');
    expect(() => render(symbol, 'svg', { logo: { ...logo, share: 0.5 } })).toThrow('option-invalid');
    expect(() => render(symbol, 'png', { logo: { bytes: Uint8Array.of(1, 2, 3) } })).toThrow('picture-unknown-type');
  });

  it('says what to change when a picture does not read back', () => {
    const advice = (style: object) => {
      try {
        prove(symbol, 'png', style, engine);
        return undefined;
      } catch (error) {
        return (error as { data: { advice: string } }).data.advice;
      }
    };
    expect(advice({ dark: '#fefefe' })).toBe('advice-contrast');
    expect(advice({ scale: 3 })).toBeUndefined();
  });

  it('measures a plain symbol as strong and a faint one lower', async () => {
    const plain = await scanMargin(symbol, 'png', { scale: 4 }, engine, 'en');
    const round = await scanMargin(symbol, 'png', { scale: 8, modules: 'dots', finders: 'circle' }, engine, 'en');
    const faint = await scanMargin(symbol, 'png', { scale: 4, dark: '#8a8a8a', light: '#aaaaaa' }, engine, 'zh-cn');
    expect(plain).toMatchObject({ verdict: 'strong', advice: [] });
    // One disturbance that hardly anything survives counts against the words, whatever the sum.
    expect(round.disturbances.some(({ survived, steps }) => survived / steps < 0.5)).toBe(round.verdict === 'weak');
    expect(faint.score).toBeLessThan(plain.score);
    expect(faint.advice.map(({ code }) => code)).toEqual(['advice-contrast']);
    // Ours reads it well, but a contrast below 3 : 1 is not called good.
    const grey = await scanMargin(symbol, 'png', { scale: 4, dark: '#999999', light: '#cccccc' }, engine, 'en');
    expect([grey.score >= 50, grey.verdict]).toEqual([true, 'weak']);
  });
});
