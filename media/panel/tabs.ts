/** Tabs after the ARIA pattern: arrow keys move and show, Tab leaves into the shown page. */
import type { Tab } from '../../src/extension/panel/contract';
import { h, on } from './dom';

export interface TabPage {
  id: Tab;
  title: string;
}

export interface Tabs {
  list: HTMLElement;
  /** One for each, in order. */
  pages: HTMLElement[];
  show(tab: Tab): void;
  /** Puts `content` on its page, with a number beside the title. */
  fill(tab: Tab, content: HTMLElement, count: number): void;
}

/** `chosen` is called only for the user's own choice. */
export function tabs(all: TabPage[], label: string, chosen: (tab: Tab) => void): Tabs {
  const counts = all.map(() => h('span', { class: 'count', hidden: true }));
  const heads = all.map(({ id, title }, i) =>
    h('button', { type: 'button', role: 'tab', id: `tab-${id}`, 'aria-controls': `page-${id}` }, title, counts[i]),
  );
  const pages = all.map(({ id }) =>
    h('section', { role: 'tabpanel', id: `page-${id}`, 'aria-labelledby': `tab-${id}`, 'data-scroll': id }),
  );
  const indexOf = (tab: Tab) => all.findIndex(({ id }) => id === tab);
  const show = (index: number) => {
    heads.forEach((head, i) => {
      head.setAttribute('aria-selected', String(i === index));
      head.tabIndex = i === index ? 0 : -1;
      pages[i]!.hidden = i !== index;
    });
  };
  const choose = (index: number) => {
    show(index);
    heads[index]!.focus();
    chosen(all[index]!.id);
  };
  heads.forEach((head, i) => {
    on(head, 'click', () => choose(i));
    on(head, 'keydown', (event) => {
      const { key } = event as KeyboardEvent;
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (step !== undefined) choose((i + step + heads.length) % heads.length);
      else if (key === 'Home') choose(0);
      else if (key === 'End') choose(heads.length - 1);
    });
  });
  return {
    list: h('div', { class: 'tabs', role: 'tablist', 'aria-label': label }, ...heads),
    pages,
    show: (tab) => show(indexOf(tab)),
    fill(tab, content, count) {
      const index = indexOf(tab);
      counts[index]!.hidden = count === 0;
      counts[index]!.textContent = String(count);
      if (pages[index]!.firstChild !== content) pages[index]!.replaceChildren(content);
    },
  };
}
