/** What a symbol was made for: copying, saving and inserting it, the other forms of each in a menu. */
import type { PanelMessage } from '../../src/extension/panel/contract';
import { button } from './button';
import { h } from './dom';
import type { MenuItem } from './menu';
import type { Page } from './page';
import { saveButton } from './saveButton';
import { splitButton } from './splitButton';

type Copy = Extract<PanelMessage, { type: 'copyAs' }>['format'];

/** What the card holds at the moment of a press. */
export interface OutgoingCard {
  view: number;
  index: number;
  /** Else it is the bytes of a file. */
  isText: boolean;
}

/** A group of buttons. `now` is asked at every press, so the buttons outlive the symbol. */
export function waysOut(now: () => OutgoingCard, copyPicture: () => void, page: Page): HTMLElement {
  const { strings, post } = page;
  const place = () => {
    const { view, index } = now();
    return { view, index };
  };
  const copyAs = (words: string, format: Copy): MenuItem => ({
    words,
    choose: () => post({ type: 'copyAs', ...place(), format }),
  });
  const copies = (): MenuItem[] => [
    { words: strings.asPng, choose: copyPicture },
    copyAs(strings.asSvg, 'svg'),
    copyAs(strings.asMarkdown, 'markdown'),
    copyAs(strings.asMarkdownInside, 'markdownInside'),
    copyAs(strings.asHtml, 'html'),
    copyAs(strings.asDataUri, 'dataUri'),
    copyAs(strings.asTerminal, 'terminal'),
    ...(now().isText
      ? [{ words: strings.asText, choose: () => post({ type: 'madeText', ...place(), action: 'copy' }) }]
      : []),
  ];
  const copy = button(strings.copy, copyPicture, { icon: 'copy', primary: true, title: strings.copyHow });
  const insert = button(strings.insertImage, () => post({ type: 'insertImage', ...place() }), {
    title: strings.insertImageHow,
  });
  const save = saveButton(
    { label: strings.saveOther, save: (format) => post({ type: 'save', ...place(), format }) },
    page,
  );
  save.set(strings.saveAs);
  return h(
    'div',
    { class: 'actions', role: 'group' },
    splitButton(copy, strings.copyOther, copies),
    save.element,
    insert,
  );
}
