/** The cells of one row of a folder's table. */
import type { FolderRow } from '../../src/extension/panel/contract';
import { visible } from '../../src/worker/text/visible';
import { h } from './dom';
import type { Page } from './page';
import type { Thumbnails } from './thumbnails';
import { visibleText } from './visibleText';
import { fillIn } from './words';

export function folderRow(row: FolderRow, pictures: Thumbnails, { strings }: Page): HTMLElement[] {
  const { picture, path, kind, text, secret, result, part } = row;
  const said =
    result === 'failed'
      ? visible(text)
      : result === 'none'
        ? strings.foundNone
        : secret
          ? strings.secretHidden
          : undefined;
  const kindWords = part ? `${kind} · ${fillIn(strings.part, { index: part.number, count: part.count })}` : kind;
  const words = said ?? text;
  // The spaces that systems put into names stay as they are.
  const shownPath = visible(path);
  return [
    h('span', { class: 'cell-picture' }, pictures.place(picture)),
    h(
      'span',
      { class: said === undefined ? 'cell-text' : `cell-text said ${result}`, title: words },
      ...(said === undefined ? visibleText(oneLine(text)) : [said]),
    ),
    h('span', { class: 'cell-kind', title: kindWords }, kindWords),
    h('span', { class: 'cell-path', title: shownPath }, h('bdi', {}, shownPath)),
  ];
}

/** A row shows no more than a line of it. */
const oneLine = (text: string): string => text.slice(0, 200).replace(/[\r\n]+/g, ' ↵ ');
