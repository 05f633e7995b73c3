/**
 * The symbol on its own ground, whatever the theme: every module the same whole number of screen
 * pixels.
 */
import type { MakeOptions } from '../../src/extension/panel/contract';
import { h, svg } from './dom';
import { type Drawn, darkRuns, fullSize } from './modules';

const WANTED_CSS_PIXELS = 296;
const MAX_CSS_PIXELS = 620;
/** Below this a telephone has to come too near. */
const MIN_CSS_PIXELS_A_MODULE = 3;

export interface Preview {
  element: SVGElement | HTMLElement;
  /** Shows the picture of a look that the page cannot draw itself. */
  set(address: string): void;
}

const isPlain = ({ modules, finders, logo }: MakeOptions): boolean =>
  modules === 'square' && finders === 'square' && !logo;

/**
 * An image with `label` as its name for a screen reader; of a look beyond squares in two colours it
 * is the ground until `set`.
 */
export function preview(drawn: Drawn, look: MakeOptions, label: string): Preview {
  const full = fullSize(drawn, look);
  const wanted = Math.min(MAX_CSS_PIXELS, Math.max(WANTED_CSS_PIXELS, full * MIN_CSS_PIXELS_A_MODULE));
  const ratio = window.devicePixelRatio || 1;
  const side = (full * Math.max(1, Math.floor((wanted * ratio) / full))) / ratio;
  if (!isPlain(look)) {
    const image = h('img', { class: 'symbol', width: side, height: side, alt: label });
    return { element: image, set: (address) => image.setAttribute('src', address) };
  }
  const path = darkRuns(drawn, look)
    .map(({ x, y, width }) => `M${x} ${y}h${width}v1h-${width}z`)
    .join('');
  const element = svg(
    'svg',
    { class: 'symbol', viewBox: `0 0 ${full} ${full}`, width: side, height: side, role: 'img', 'aria-label': label },
    svg('rect', { width: full, height: full, fill: look.light }),
    svg('path', { d: path, fill: look.dark, 'shape-rendering': 'crispEdges' }),
  );
  return { element, set: () => {} };
}
