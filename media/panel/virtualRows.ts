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
  /** How many rows there are now; all are drawn anew. */
  set(count: number): void;
  current(): number;
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
  /** Rows that are elements: from, to. */
  let drawn: [number, number] = [0, 0];

  const row = (index: number): HTMLElement => {
    const each = h(
      'div',
      {
        class: index === current ? 'grid-row current' : 'grid-row',
        role: 'row',
        id: `${id}-${index}`,
        // The head is the first.
        'aria-rowindex': index + 2,
        'aria-selected': String(index === current),
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

  const paint = (anew: boolean) => {
    const top = Math.floor(element.scrollTop / ROW_HEIGHT) - MARGIN;
    const seen = Math.ceil((element.clientHeight || 600) / ROW_HEIGHT) + 2 * MARGIN;
    const from = Math.max(0, Math.min(top, count - seen));
    const to = Math.min(count, from + seen);
    if (!anew && from === drawn[0] && to === drawn[1]) return;
    drawn = [from, to];
    const indexes = Array.from({ length: to - from }, (_, i) => from + i);
    // The current row stays an element, so that a screen reader still finds it.
    if (current < count && (current < from || current >= to)) indexes.push(current);
    body.replaceChildren(...indexes.map(row));
    body.style.height = `${count * ROW_HEIGHT}px`;
    element.setAttribute('aria-rowcount', String(count + 1));
    if (count > 0) element.setAttribute('aria-activedescendant', `${id}-${current}`);
    else element.removeAttribute('aria-activedescendant');
  };

  const moveTo = (index: number) => {
    current = Math.max(0, Math.min(count - 1, index));
    const top = current * ROW_HEIGHT;
    const height = element.clientHeight - ROW_HEIGHT;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW_HEIGHT > element.scrollTop + height) element.scrollTop = top + ROW_HEIGHT - height;
    paint(true);
  };

  on(element, 'scroll', () => {
    if (element.clientHeight > 0) scrolled = element.scrollTop;
    paint(false);
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
    else paint(true);
  };
  // Its height is known only when it stands in the page.
  new ResizeObserver(restore).observe(element);

  return {
    element,
    set(now) {
      count = now;
      current = Math.max(0, Math.min(current, count - 1));
      paint(true);
    },
    current: () => current,
    moveTo,
    restore,
  };
}
