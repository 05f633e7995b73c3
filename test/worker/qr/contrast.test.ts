import { describe, expect, it } from 'vitest';
import { contrast, luminance } from '../../../src/worker/qr/contrast';

describe('contrast', () => {
  it('gives the ratios of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toEqual({ ratio: 21, inverted: false, verdict: 'good' });
    expect(contrast('#ffffff', '#000000')).toMatchObject({ ratio: 21, inverted: true });
    expect(contrast('#777777', '#FFFFFF').ratio).toBeCloseTo(4.48, 2);
    expect(contrast('#777777', '#ffffff').verdict).toBe('weak');
    expect(contrast('#999999', '#ffffff').verdict).toBe('poor');
    expect(contrast('#123456', '#123456').ratio).toBe(1);
  });

  it('weighs green most and blue least', () => {
    expect(luminance('#00ff00')).toBeGreaterThan(luminance('#ff0000'));
    expect(luminance('#ff0000')).toBeGreaterThan(luminance('#0000ff'));
  });
});
