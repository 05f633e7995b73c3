/**
 * Points on a picture that are dragged, or moved with the arrow keys: the corners of a rectangle,
 * or of any quadrilateral.
 */
import { h, on, svg } from './dom';
import { type Point, type Quad, rectangleQuad } from './quad';

export interface AreaOverlay {
  /** Lays the points over a picture's figure. */
  attach(figure: HTMLElement): void;
  /** Null shows none. */
  set(quad: Quad | null): void;
}

interface OverlayOptions {
  width: number;
  height: number;
  /** Whether opposite sides stay parallel. */
  isRectangle(): boolean;
  /** Of a point for a screen reader; `number` from 1. */
  label(number: number, point: Point): string;
  /** Told while a point is moved. */
  change(quad: Quad): void;
}

/** An arrow key goes so far, as a share of the longer side. */
const STEP_SHARE = 1 / 100;
/** A rectangle that is drawn smaller was a click. */
const MIN_DRAWN = 8;

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function areaOverlay({ width, height, isRectangle, label, change }: OverlayOptions): AreaOverlay {
  let quad: Quad | null = null;
  const ground = svg('polygon', { class: 'area-ground', 'vector-effect': 'non-scaling-stroke' });
  const line = svg('polygon', { class: 'area-line', 'vector-effect': 'non-scaling-stroke' });
  const plane = svg('svg', { class: 'area', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' }, ground, line);
  const handles = [0, 1, 2, 3].map((i) =>
    h('button', { class: 'area-point', type: 'button' }, h('span', { 'aria-hidden': 'true' }, String(i + 1))),
  );
  const whole = h('div', { class: 'area-plane', hidden: true }, plane, ...handles);

  const draw = () => {
    whole.hidden = !quad;
    if (!quad) return;
    const points = quad.map((point) => point.join(',')).join(' ');
    for (const polygon of [ground, line]) polygon.setAttribute('points', points);
    for (const [i, handle] of handles.entries()) {
      const [x, y] = quad[i]!;
      handle.style.left = `${(100 * x) / width}%`;
      handle.style.top = `${(100 * y) / height}%`;
      handle.setAttribute('aria-label', label(i + 1, [Math.round(x), Math.round(y)]));
    }
  };
  const use = (next: Quad) => {
    quad = next;
    draw();
    change(next);
  };
  const inside = ([x, y]: Point): Point => [
    Math.round(Math.min(width, Math.max(0, x))),
    Math.round(Math.min(height, Math.max(0, y))),
  ];
  const move = (index: number, to: Point) => {
    if (!quad) return;
    const point = inside(to);
    const next = quad.map((old, i): Point => {
      if (i === index) return point;
      if (!isRectangle()) return old;
      // Neighbours across and down: 0-1, 2-3 share a height, 0-3, 1-2 a side.
      if (i === (index ^ 1)) return [old[0], point[1]];
      return i === 3 - index ? [point[0], old[1]] : old;
    });
    use(next as Quad);
  };
  const placeOf = (event: PointerEvent): Point => {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(plane.getScreenCTM()!.inverse());
    return [at.x, at.y];
  };
  const drag = (target: Element, start: (event: PointerEvent) => ((to: Point) => void) | undefined) =>
    on(target, 'pointerdown', (raw) => {
      const event = raw as PointerEvent;
      if (event.button !== 0) return;
      const moved = start(event);
      if (!moved) return;
      target.setPointerCapture(event.pointerId);
      const released = new AbortController();
      const { signal } = released;
      target.addEventListener('pointermove', (next) => moved(placeOf(next as PointerEvent)), { signal });
      for (const end of ['pointerup', 'pointercancel'])
        target.addEventListener(end, () => released.abort(), { signal });
    });

  for (const [i, handle] of handles.entries()) {
    drag(handle, () => (to) => move(i, to));
    on(handle, 'keydown', (raw) => {
      const event = raw as KeyboardEvent;
      const way = Object.hasOwn(ARROWS, event.key) ? ARROWS[event.key] : undefined;
      if (!way || !quad) return;
      event.preventDefault();
      const step = event.shiftKey ? 1 : Math.max(1, Math.round(STEP_SHARE * Math.max(width, height)));
      const [x, y] = quad[i]!;
      move(i, [x + step * way[0], y + step * way[1]]);
    });
  }
  // On an empty place a new rectangle is drawn.
  drag(plane, (event) => {
    if (!isRectangle()) return undefined;
    const [ax, ay] = inside(placeOf(event));
    return (to) => {
      const [bx, by] = inside(to);
      const [left, right, top, bottom] = [Math.min(ax, bx), Math.max(ax, bx), Math.min(ay, by), Math.max(ay, by)];
      if (right - left < MIN_DRAWN || bottom - top < MIN_DRAWN) return;
      use(rectangleQuad(left, top, right, bottom));
    };
  });
  return {
    attach: (figure) => figure.append(whole),
    set(next) {
      quad = next;
      draw();
    },
  };
}
