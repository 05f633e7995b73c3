/** The symbol on its own ground, whatever the theme: every module the same whole number of screen pixels. */
import { svg } from './dom';
import { type Drawn, darkRuns, fullSize, type Look } from './modules';

const WANTED_CSS_PIXELS = 296;
const MAX_CSS_PIXELS = 620;
/** Below this a telephone has to come too near. */
const MIN_CSS_PIXELS_A_MODULE = 3;

/** An image with `label` as its name for a screen reader. */
export function preview(drawn: Drawn, look: Look, label: string): SVGSVGElement {
  const full = fullSize(drawn, look);
  const wanted = Math.min(MAX_CSS_PIXELS, Math.max(WANTED_CSS_PIXELS, full * MIN_CSS_PIXELS_A_MODULE));
  const ratio = window.devicePixelRatio || 1;
  const side = (full * Math.max(1, Math.floor((wanted * ratio) / full))) / ratio;
  const path = darkRuns(drawn, look)
    .map(({ x, y, width }) => `M${x} ${y}h${width}v1h-${width}z`)
    .join('');
  return svg(
    'svg',
    { class: 'symbol', viewBox: `0 0 ${full} ${full}`, width: side, height: side, role: 'img', 'aria-label': label },
    svg('rect', { width: full, height: full, fill: look.light }),
    svg('path', { d: path, fill: look.dark, 'shape-rendering': 'crispEdges' }),
  );
}
