/** What stands above a folder's table: how far the reading is, or what it gave. */
import type { FolderState } from '../../src/extension/panel/contract';
import { button } from './button';
import { h } from './dom';
import type { Page } from './page';
import { counted, fillIn, sentences } from './words';

export interface FolderHead {
  element: HTMLElement;
  set(folder: FolderState): void;
}

export function folderHead({ strings, tell }: Page, cancel: () => void): FolderHead {
  const title = h('h2', { class: 'card-title' });
  const facts = h('p', { class: 'row-facts' });
  const bar = h('progress', { 'aria-label': strings.folderReading });
  const progress = h('div', { class: 'capacity' }, bar, button(strings.batchCancel, cancel));
  let wasRunning = false;

  const readingWords = ({ done, count, secondsLeft }: FolderState): string => {
    if (count === undefined) return strings.folderSearching;
    const read = fillIn(strings.folderProgress, { done, count });
    if (secondsLeft === undefined) return read;
    const minutes = Math.round(secondsLeft / 60);
    const left =
      secondsLeft < 120
        ? fillIn(strings.folderSecondsLeft, { count: secondsLeft })
        : fillIn(strings.folderMinutesLeft, { count: minutes });
    return `${read} · ${left}`;
  };
  const resultWords = ({ done, count, codes, without, failed, known, cancelled }: FolderState): string =>
    count === 0
      ? strings.folderEmpty
      : sentences(
          fillIn(strings.foundIn, { found: counted(codes, strings.foundOne, strings.foundMany), pictures: done }),
          without > 0 && fillIn(strings.folderWithout, { count: without }),
          failed > 0 && fillIn(strings.folderFailed, { count: failed }),
          known > 0 && fillIn(strings.folderKnown, { count: known }),
          cancelled && fillIn(strings.folderCancelled, { count: (count ?? done) - done }),
        );

  return {
    element: h('header', { class: 'folder-head' }, title, facts, progress),
    set(folder) {
      title.textContent = fillIn(strings.folderTitle, { name: folder.name });
      facts.textContent = folder.running ? readingWords(folder) : resultWords(folder);
      progress.hidden = !folder.running;
      if (folder.count === undefined) bar.removeAttribute('value');
      else {
        bar.max = Math.max(1, folder.count);
        bar.value = folder.done;
      }
      // Progress is not spoken again and again; its end is.
      if (wasRunning && !folder.running) tell(resultWords(folder));
      wasRunning = folder.running;
    },
  };
}
