/** The contrast of two colours as a scanner (and WCAG) sees it. */
import { rgb } from './render/look';

/** Relative luminance, 0 (black) to 1 (white), of #rrggbb (WCAG 2.2, "relative luminance"). */
export function luminance(colour: string): number {
  const [r, g, b] = rgb(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

export interface Contrast {
  /** 1 (none) to 21 (black on white). */
  ratio: number;
  /** The dark modules are the lighter ones: some scanners do not read that. */
  inverted: boolean;
  /** good: from 4.5; weak: from 3, cheap cameras in poor light fail; poor: below 3. */
  verdict: 'good' | 'weak' | 'poor';
}

/**
 * How well the modules stand out from their ground. The steps are those of WCAG 2.2 §1.4.3 and
 * §1.4.11.
 */
export function contrast(dark: string, light: string): Contrast {
  const [a, b] = [luminance(dark), luminance(light)];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  return { ratio, inverted: a > b, verdict: ratio >= 4.5 ? 'good' : ratio >= 3 ? 'weak' : 'poor' };
}
