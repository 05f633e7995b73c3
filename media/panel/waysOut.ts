/**
 * What can be done with a finished symbol: the most wanted as buttons, the rest behind "More ways
 * out".
 */
import type { PanelMessage, SymbolCard } from '../../src/extension/panel/contract';
import { button } from './button';
import { h, on } from './dom';
import type { Page } from './page';

type Save = Extract<PanelMessage, { type: 'save' }>['format'];
type Copy = Extract<PanelMessage, { type: 'copyAs' }>['format'];

/** Whether the user has opened the rest: it stays so when the cards are drawn anew. */
let isOpen = false;

/** @param place of the symbol among the shown ones */
export function waysOut(
  card: SymbolCard,
  { view, index }: { view: number; index: number },
  title: string,
  copyPicture: () => void,
  { strings, post }: Page,
): HTMLElement[] {
  const save = (words: string, format: Save) =>
    button(words, () => post({ type: 'save', view, index, format }), { icon: 'save' });
  const copy = (words: string, format: Copy) =>
    button(words, () => post({ type: 'copyAs', view, index, format }), { icon: 'copy' });
  const isText = card.fileName === undefined;
  return [
    h(
      'div',
      { class: 'actions', role: 'group', 'aria-label': title },
      button(strings.copyPng, copyPicture, { icon: 'copy', primary: true }),
      save(strings.savePng, 'png'),
      copy(strings.copySvg, 'svg'),
      save(strings.saveSvg, 'svg'),
      isText &&
        button(strings.copyText, () => post({ type: 'madeText', view, index, action: 'copy' }), { icon: 'copy' }),
      button(strings.insertImage, () => post({ type: 'insertImage', view, index }), { icon: 'insert' }),
    ),
    keptOpen(
      h('summary', {}, strings.more),
      h(
        'div',
        { class: 'actions', role: 'group', 'aria-label': strings.more },
        copy(strings.copyMarkdown, 'markdown'),
        copy(strings.copyMarkdownInside, 'markdownInside'),
        copy(strings.copyHtml, 'html'),
        copy(strings.copyDataUri, 'dataUri'),
        copy(strings.copyTerminal, 'terminal'),
        save(strings.saveJpeg, 'jpeg'),
        save(strings.savePdf, 'pdf'),
        save(strings.saveTerminal, 'terminal'),
      ),
    ),
  ];
}

function keptOpen(...children: HTMLElement[]): HTMLElement {
  const details = h('details', { class: 'more', open: isOpen }, ...children);
  return on(details, 'toggle', () => {
    isOpen = details.open;
  });
}
