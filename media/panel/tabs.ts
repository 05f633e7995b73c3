/** Tabs after the ARIA pattern: arrow keys move and show, Tab leaves into the shown page. */
import type { Tab } from '../../src/extension/panel/contract';
import { h, on } from './dom';

export interface TabPage {
  id: Tab;
  title: string;
  /** Shown beside the title. */
  count: number;
  content: HTMLElement;
}

/** `chosen` is called only for the user's own choice. */
export function tabs(pages: TabPage[], shown: Tab, label: string, chosen: (tab: Tab) => void): HTMLElement {
  const heads = pages.map(({ id, title, count }) =>
    h(
      'button',
      { type: 'button', role: 'tab', id: `tab-${id}`, 'aria-controls': `page-${id}` },
      title,
      count > 0 && h('span', { class: 'count' }, String(count)),
    ),
  );
  const bodies = pages.map(({ id, content }) =>
    h('section', { role: 'tabpanel', id: `page-${id}`, 'aria-labelledby': `tab-${id}` }, content),
  );
  const show = (index: number) => {
    heads.forEach((head, i) => {
      head.setAttribute('aria-selected', String(i === index));
      head.tabIndex = i === index ? 0 : -1;
      bodies[i]!.hidden = i !== index;
    });
  };
  const choose = (index: number) => {
    show(index);
    heads[index]!.focus();
    chosen(pages[index]!.id);
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
  show(pages.findIndex(({ id }) => id === shown));
  return h('div', {}, h('div', { class: 'tabs', role: 'tablist', 'aria-label': label }, ...heads), ...bodies);
}
