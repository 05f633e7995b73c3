/** The contrast of two colours, by the formula of WCAG 2.2 ("contrast ratio"). */

function luminance(colour: string): number {
  const value = Number.parseInt(colour.slice(1), 16);
  const [r, g, b] = [value >> 16, (value >> 8) & 255, value & 255].map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

export interface Contrast {
  /** 1 (none) to 21 (black on white). */
  ratio: number;
  /** The modules are lighter than their ground. */
  inverted: boolean;
}

/** Both as #rrggbb. */
export function contrast(dark: string, light: string): Contrast {
  const [a, b] = [luminance(dark), luminance(light)];
  return { ratio: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), inverted: a > b };
}
