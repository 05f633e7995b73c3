/** One symbol that was read: number, text, facts and what can be done with the text. */
import type { PanelStrings, ReadSymbol } from '../../src/extension/panel/contract';
import { button } from './button';
import { h } from './dom';
import type { Page } from './page';
import { textBox } from './textBox';
import { fillIn } from './words';

export interface RowPlace {
  view: number;
  picture: number;
  symbol: number;
}

/** A list item that takes the focus, so that the keyboard can walk the boxes. */
export function symbolRow(read: ReadSymbol, { view, picture, symbol }: RowPlace, page: Page): HTMLElement {
  const { strings } = page;
  const act = (action: 'copy' | 'insert' | 'open') => () =>
    page.post({ type: 'readText', view, picture, symbol, action });
  const number = symbol + 1;
  const spoken = read.secret ? strings.secretHidden : read.text.slice(0, 200);
  return h(
    'li',
    { class: 'row', tabindex: 0, 'aria-label': fillIn(strings.boxLabel, { number, text: spoken }) },
    h('span', { class: 'row-number', 'aria-hidden': 'true' }, String(number)),
    h(
      'div',
      { class: 'row-content' },
      textBox(read, page),
      h(
        'p',
        { class: 'row-facts', title: fillIn(strings.readBy, { engine: read.engine, attempt: read.attempt }) },
        describe(read, strings),
      ),
      h(
        'div',
        { class: 'actions' },
        button(strings.copyText, act('copy'), { icon: 'copy', primary: true, label: `${strings.copyText} ${number}` }),
        button(strings.insert, act('insert'), { icon: 'insert', label: `${strings.insertAtCursor} ${number}` }),
        read.link && button(strings.openLink, act('open'), { icon: 'link', label: `${strings.openLink} ${number}` }),
      ),
    ),
  );
}

const NAMES: Record<string, string> = {
  QRCode: 'QR Code',
  QRCodeModel1: 'QR Code Model 1',
  MicroQRCode: 'Micro QR',
  RMQRCode: 'rMQR',
};

function describe(read: ReadSymbol, strings: PanelStrings): string {
  const { version, level, charset, part } = read;
  return [
    NAMES[read.format] ?? read.format,
    version !== undefined && fillIn(strings.symbolVersion, { version }),
    level && fillIn(strings.symbolLevel, { level }),
    charset && charsetName(charset, strings),
    part && fillIn(strings.part, { index: part.index + 1, count: part.count }),
    read.mirrored && strings.mirrored,
    read.inverted && strings.inverted,
  ]
    .filter(Boolean)
    .join(' · ');
}

const charsetName = ({ name, from }: NonNullable<ReadSymbol['charset']>, strings: PanelStrings) =>
  from === 'ascii' ? 'ASCII' : fillIn(from === 'eci' ? strings.charsetEci : strings.charsetGuess, { charset: name });
