/**
 * A menu after the ARIA pattern, opened by a button: arrow keys walk it, Enter and Space choose, Esc
 * and a click anywhere else close it. It lies in the page's top layer, so nothing clips it.
 */
import { h, on } from './dom';

export interface MenuItem {
  words: string;
  /** The one of several that holds; undefined where items are no choice between each other. */
  checked?: boolean;
  choose(): void;
}

const EDGE_PIXELS = 4;

/**
 * The menu, to stand beside its opener in the page. `items` is asked every time it opens.
 * @param opener takes the focus back
 */
export function menu(opener: HTMLElement, label: string, items: () => MenuItem[]): HTMLElement {
  const list = h('div', { class: 'menu', role: 'menu', 'aria-label': label, popover: 'auto' });
  let typed = '';
  let typedAt = 0;
  let isOpenAtPress = false;
  opener.setAttribute('aria-haspopup', 'menu');
  opener.setAttribute('aria-expanded', 'false');

  const isOpen = () => list.matches(':popover-open');
  const rows = () => [...list.children] as HTMLElement[];
  const focusAt = (index: number) =>
    rows()
      .at(index % rows().length)
      ?.focus();
  const close = () => {
    if (isOpen()) list.hidePopover();
  };
  const open = (focused: number) => {
    list.replaceChildren(...items().map(({ words, checked, choose }) => row(words, checked, choose)));
    list.showPopover();
    place(list, opener);
    focusAt(focused);
  };
  const row = (words: string, checked: boolean | undefined, choose: () => void) => {
    const role = checked === undefined ? 'menuitem' : 'menuitemradio';
    return on(h('div', { role, tabindex: -1, 'aria-checked': checked?.toString() }, words), 'click', () => {
      close();
      opener.focus();
      choose();
    });
  };
  /** The next item that starts with what is being typed. */
  const seek = (key: string, from: number) => {
    const now = performance.now();
    typed = now - typedAt < 800 ? typed + key : key;
    typedAt = now;
    const all = rows();
    const start = typed.length > 1 ? from : from + 1;
    const order = [...all.slice(start), ...all.slice(0, start)];
    order.find(({ textContent }) => textContent?.toLowerCase().startsWith(typed.toLowerCase()))?.focus();
  };

  on(opener, 'pointerdown', () => {
    // The press itself closes it; the click that follows must not open it again.
    isOpenAtPress = isOpen();
  });
  on(opener, 'click', (event) => {
    const isPress = (event as MouseEvent).detail > 0;
    if (!(isPress && isOpenAtPress)) open(0);
  });
  on(opener, 'keydown', (event) => {
    const { key } = event as KeyboardEvent;
    // Else the key that opens it would choose its first item as well.
    if (['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(key)) event.preventDefault();
    if (key === 'ArrowDown') open(0);
    else if (key === 'ArrowUp') open(-1);
  });
  on(list, 'keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
    const at = rows().indexOf(document.activeElement as HTMLElement);
    event.stopPropagation();
    if (key === 'Tab') return close();
    if (key === 'ArrowDown') focusAt(at + 1);
    else if (key === 'ArrowUp') focusAt(at - 1);
    else if (key === 'Home') focusAt(0);
    else if (key === 'End') focusAt(-1);
    else if (key === 'Enter' || key === ' ') rows()[at]?.click();
    else if (key === 'Escape') {
      close();
      opener.focus();
    } else if (key.length === 1 && !ctrlKey && !metaKey && !altKey) seek(key, at);
    else return;
    event.preventDefault();
  });
  const leave = ({ target }: Event) => {
    if (target !== list) close();
  };
  on(list, 'toggle', () => {
    opener.setAttribute('aria-expanded', String(isOpen()));
    const listen = isOpen() ? addEventListener : removeEventListener;
    // The editor beside the page was clicked, or what it belongs to moves away under it.
    for (const leaving of ['blur', 'resize', 'scroll']) listen(leaving, leave, { capture: leaving === 'scroll' });
  });
  return list;
}

/** Under the opener, above where there is more room; never beyond the page's edge. */
function place(list: HTMLElement, opener: HTMLElement): void {
  const { left, top, bottom } = opener.parentElement!.getBoundingClientRect();
  const { width, height } = list.getBoundingClientRect();
  const below = innerHeight - bottom - EDGE_PIXELS;
  const isAbove = height > below && top > below;
  list.style.left = `${Math.max(EDGE_PIXELS, Math.min(left, innerWidth - width - EDGE_PIXELS))}px`;
  list.style.top = `${isAbove ? Math.max(EDGE_PIXELS, top - height - 2) : bottom + 2}px`;
  list.style.maxHeight = `${(isAbove ? top : below) - EDGE_PIXELS}px`;
}
