/** How large a symbol is drawn, so that it and its ways out are in sight together. */

/** The stylesheet puts the rest beside the symbol, or the choices beside several, from here on. */
const WIDE_PIXELS = { one: 560, many: 760 };
/** Tabs, buttons, edges and the status line. */
const AROUND_PIXELS = 215;
const WANTED_PIXELS = 296;
const MOST_PIXELS = 620;
/** Below this a telephone has to come too near. */
const PIXELS_A_MODULE = 3;

interface Room {
  width: number;
  height: number;
  /** Whether it is one of several. */
  isMany: boolean;
}

/** Of the window's height that a symbol takes where what belongs to it stands below. */
const SHARES = { one: { plain: 0.36, dense: 0.6 }, many: { plain: 0.24, dense: 0.6 } };

/**
 * CSS pixels a side: every module the same whole number of screen pixels, unless that were one.
 * @param modules a side, quiet zone and all
 * @param ratio screen pixels a CSS pixel
 */
export function symbolSide(modules: number, { width, height, isMany }: Room, ratio: number): number {
  const kind = isMany ? 'many' : 'one';
  const isWide = width >= WIDE_PIXELS[kind];
  const across = isWide ? (isMany ? WANTED_PIXELS : 0.52 * (width - 32) - 10) : width - (isMany ? 68 : 42);
  const { plain, dense } = SHARES[kind];
  // A dense one is worth more of the height than what stands below it.
  const down = isWide ? height - AROUND_PIXELS : Math.max(plain * height, Math.min(2 * modules, dense * height));
  const wanted = Math.min(MOST_PIXELS, Math.max(WANTED_PIXELS, modules * PIXELS_A_MODULE));
  const side = Math.max(96, Math.min(wanted, across, down));
  const whole = Math.floor((side * ratio) / modules);
  return whole >= 2 ? (modules * whole) / ratio : side;
}
