/** Where each tab was scrolled to: kept while others are shown and while it is drawn anew. */
import type { Tab } from '../../src/extension/panel/contract';

export interface ScrollPlaces {
  /** The tab shows something else: from its top. */
  forget(tab: Tab): void;
  /** Puts everything that scrolls back where it was. */
  restore(): void;
}

/** What scrolls carries `data-scroll` with its tab's name, alone or with a part's after a hyphen. */
export function scrollPlaces(root: HTMLElement): ScrollPlaces {
  const tops = new Map<string, number>();
  root.addEventListener(
    'scroll',
    ({ target }) => {
      // What is hidden scrolls to its top, but not because of the user.
      if (target instanceof HTMLElement && target.dataset.scroll && target.clientHeight > 0)
        tops.set(target.dataset.scroll, target.scrollTop);
    },
    { capture: true, passive: true },
  );
  return {
    forget(tab) {
      for (const name of tops.keys()) if (name === tab || name.startsWith(`${tab}-`)) tops.delete(name);
    },
    restore() {
      for (const each of root.querySelectorAll<HTMLElement>('[data-scroll]'))
        each.scrollTop = tops.get(each.dataset.scroll!) ?? 0;
    },
  };
}
