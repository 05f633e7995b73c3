/** The symbol on its own ground, whatever the theme. */
import type { MakeOptions } from '../../src/extension/panel/contract';
import { h, svg } from './dom';
import { type Drawn, darkRuns, fullSize } from './modules';
import { symbolSide } from './stageRoom';

export interface Preview {
  element: SVGElement | HTMLElement;
  /** Shows the picture of a look that the page cannot draw itself. */
  set(address: string): void;
  /** Takes the size that the window has room for now. */
  resize(): void;
}

/** Whether the page draws this look itself. */
export const isPlain = ({ modules, finders, logo }: MakeOptions): boolean =>
  modules === 'square' && finders === 'square' && !logo;

/**
 * An image with `label` as its name for a screen reader; of a look beyond squares in two colours it
 * is the ground until `set`.
 */
export function preview(drawn: Drawn, look: MakeOptions, label: string, isMany: boolean): Preview {
  const full = fullSize(drawn, look);
  const sized = (element: Preview['element'], set: Preview['set']): Preview => {
    const resize = () => {
      const room = { width: innerWidth, height: innerHeight, isMany };
      const side = String(symbolSide(full, room, window.devicePixelRatio || 1));
      element.setAttribute('width', side);
      element.setAttribute('height', side);
    };
    resize();
    return { element, set, resize };
  };
  if (!isPlain(look)) {
    const image = h('img', { class: 'symbol', alt: label });
    return sized(image, (address) => image.setAttribute('src', address));
  }
  const path = darkRuns(drawn, look)
    .map(({ x, y, width }) => `M${x} ${y}h${width}v1h-${width}z`)
    .join('');
  const element = svg(
    'svg',
    { class: 'symbol', viewBox: `0 0 ${full} ${full}`, role: 'img', 'aria-label': label },
    svg('rect', { width: full, height: full, fill: look.light }),
    svg('path', { d: path, fill: look.dark, 'shape-rendering': 'crispEdges' }),
  );
  return sized(element, () => {});
}
