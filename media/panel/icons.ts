/** The page's few icons: strokes on a 16 x 16 grid in the colour of the text beside them. */
import { svg } from './dom';

const STROKES = {
  check: 'M3 8.5l3.2 3.2L13 4.8',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  save: 'M8 2.5v7.5M4.8 7L8 10.2 11.2 7M2.5 11v2.5h11V11',
  insert: 'M2.5 13.5h11M8 2.5v7.5M4.8 7L8 10.2 11.2 7',
  split: 'M2.5 2.5h4v4h-4zM9.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM9.5 9.5h4v4h-4z',
  edit: 'M10.5 3l2.5 2.5L5.5 13H3v-2.5zM9 4.5L11.5 7',
  more: 'M4.5 6.5L8 10l3.5-3.5',
  link: 'M9 2.5h4.5V7M13.5 2.5L7.5 8.5M6.5 3.5h-4v10h10v-4',
  warning: 'M8 2.2L14.4 13.5H1.6zM8 6.5v3.5M8 11.4v.6',
  error: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8',
  picture: 'M2 3h12v10H2zM2 11l3.5-3.5L9 11l2-2 3 3M10.5 6.2h.6',
  symbol: 'M2.5 2.5h4v4h-4zM9.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM9.5 9.5h1.5M13.5 9.5v1.5M11 13.5H9.5M13.5 13.5h-.5',
} as const;

export type Icon = keyof typeof STROKES;

/** Decorative: what it means stands in the text or label beside it. */
export const icon = (name: Icon, slot?: string): SVGElement =>
  svg(
    'svg',
    {
      class: `icon icon-${name}`,
      viewBox: '0 0 16 16',
      width: 16,
      height: 16,
      'aria-hidden': 'true',
      focusable: 'false',
      slot,
    },
    svg('path', {
      d: STROKES[name],
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 1.2,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
    }),
  );
