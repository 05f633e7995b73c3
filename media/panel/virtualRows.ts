/**
 * A long table of which only the rows in sight are elements: a grid after the ARIA pattern whose
 * focus stays on the whole, with one current row that the keys move.
 */
import { h, on } from './dom';

/** CSS pixels; the style sheet says the same. */
const ROW_HEIGHT = 44;
/** Rows drawn above and below what is seen. */
const MARGIN = 6;

export interface RowActions {
  /** The cells of a row. */
  draw(index: number): HTMLElement[];
  /** Enter, or a click. */
  open(index: number): void;
  /** Ctrl+C or Cmd+C. */
  copy(index: number): void;
}

export interface VirtualRows {
  element: HTMLElement;
  /**
   * How many rows there are now; those from a number on are drawn anew. `current` is where the
   * current row stands now, if it is another place.
   */
  set(count: number, from: number, current?: number): void;
  current(): number;
  /** Somebody has gone to a row. */
  isUsed(): boolean;
  moveTo(index: number): void;
  /** The element was put into the page anew. */
  restore(): void;
}

let grids = 0;

export function virtualRows(
  label: string,
  head: HTMLElement,
  columns: number,
  { draw, open, copy }: RowActions,
): VirtualRows {
  const id = `grid-${++grids}`;
  const body = h('div', { class: 'grid-body', role: 'rowgroup' });
  const element = h(
    'div',
    { class: 'grid', role: 'grid', tabindex: 0, 'aria-label': label, 'aria-colcount': columns },
    h('div', { class: 'grid-head', role: 'rowgroup' }, head),
    body,
  );
  let count = 0;
  let current = 0;
  let scrolled = 0;
  /** The rows that are elements, by their numbers. */
  const drawn = new Map<number, HTMLElement>();

  const row = (index: number): HTMLElement => {
    const each = h(
      'div',
      {
        class: 'grid-row',
        role: 'row',
        id: `${id}-${index}`,
        // The head is the first.
        'aria-rowindex': index + 2,
      },
      ...draw(index).map((cell) => {
        cell.setAttribute('role', 'gridcell');
        return cell;
      }),
    );
    each.style.top = `${index * ROW_HEIGHT}px`;
    return on(each, 'click', () => {
      moveTo(index);
      open(index);
    });
  };

  /** Makes elements of the rows that have come in sight; others that are in sight stay as they are. */
  const paint = () => {
    const top = Math.floor(element.scrollTop / ROW_HEIGHT) - MARGIN;
    const seen = Math.ceil((element.clientHeight || 600) / ROW_HEIGHT) + 2 * MARGIN;
    const from = Math.max(0, Math.min(top, count - seen));
    const to = Math.min(count, from + seen);
    const indexes = Array.from({ length: to - from }, (_, i) => from + i);
    // The current row stays an element, so that a screen reader still finds it.
    if (current < count && (current < from || current >= to)) indexes.push(current);
    keep((index) => (index >= from && index < to) || index === current);
    for (const [place, index] of indexes.entries()) {
      const each = drawn.get(index) ?? row(index);
      drawn.set(index, each);
      each.classList.toggle('current', index === current);
      each.setAttribute('aria-selected', String(index === current));
      if (body.children[place] !== each) body.insertBefore(each, body.children[place] ?? null);
    }
    body.style.height = `${count * ROW_HEIGHT}px`;
    element.setAttribute('aria-rowcount', String(count + 1));
    if (count > 0) element.setAttribute('aria-activedescendant', `${id}-${current}`);
    else element.removeAttribute('aria-activedescendant');
  };
  const keep = (isKept: (index: number) => boolean) => {
    for (const [index, each] of drawn) {
      if (isKept(index)) continue;
      each.remove();
      drawn.delete(index);
    }
  };

  const moveTo = (index: number) => {
    current = Math.max(0, Math.min(count - 1, index));
    const top = current * ROW_HEIGHT;
    const height = element.clientHeight - ROW_HEIGHT;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW_HEIGHT > element.scrollTop + height) element.scrollTop = top + ROW_HEIGHT - height;
    paint();
  };

  on(element, 'scroll', () => {
    if (element.clientHeight > 0) scrolled = element.scrollTop;
    paint();
  });
  on(element, 'keydown', (event) => {
    const { key, ctrlKey, metaKey, target } = event as KeyboardEvent;
    if (target !== element || count === 0) return;
    const page = Math.max(1, Math.floor(element.clientHeight / ROW_HEIGHT) - 2);
    const moves: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: count - 1,
    };
    const to = moves[key];
    if (to !== undefined) moveTo(to);
    else if (key === 'Enter') open(current);
    else if (key.toLowerCase() === 'c' && (ctrlKey || metaKey)) copy(current);
    else return;
    event.preventDefault();
  });
  /** The browser forgets the place of what is taken out of the page. */
  const restore = () => {
    if (element.clientHeight > 0) element.scrollTop = scrolled;
    // It may have become lower around the row whose picture was opened.
    if (document.activeElement === element) moveTo(current);
    else paint();
  };
  // Its height is known only when it stands in the page.
  new ResizeObserver(restore).observe(element);

  return {
    element,
    set(now, from, place = current) {
      count = now;
      current = Math.max(0, Math.min(place, count - 1));
      keep((index) => index < from);
      paint();
    },
    current: () => current,
    isUsed: () => current > 0 || document.activeElement === element,
    moveTo,
    restore,
  };
}
