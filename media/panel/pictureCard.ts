/**
 * One picture's card on the Read tab: the picture with boxes beside the list of what was read, each
 * box paired with its row.
 */
import type { PanelStrings, PictureCard } from '../../src/extension/panel/contract';
import { isQr } from '../../src/worker/protocol/formatName';
import { boxedPicture } from './boxes';
import { h, on } from './dom';
import { message } from './message';
import type { Page } from './page';
import { toolsOfPicture } from './pictureTools';
import { rowLabel, type SymbolRow, symbolRow } from './symbolRow';
import { clauses, counted, fillIn } from './words';
import { type Zoom, zoom } from './zoom';

export interface DrawnPicture {
  article: HTMLElement;
  /** Shows the picture; undefined when its bytes cannot be had any more. */
  setBytes(bytes: Uint8Array | undefined): void;
  rows: SymbolRow[];
}

export function pictureCard(card: PictureCard, place: { view: number; picture: number }, page: Page): DrawnPicture {
  const { strings } = page;
  const found = foundWords(card, strings);
  const labels = card.symbols.map((read, i) => rowLabel(read, i + 1, strings));
  const boxed = boxedPicture(card, fillIn(strings.pictureLabel, { name: card.name, found }), labels);
  const zoomed = zoom(boxed.figure, strings);
  const rows = card.symbols.map((read, symbol) => symbolRow(read, { ...place, symbol }, page));
  rows.forEach((row, i) => {
    pair(row.element, boxed.boxes[i]!, zoomed);
  });
  const drawable = card.width > 0 && card.height > 0;
  const tools = drawable ? toolsOfPicture(card, page) : undefined;
  tools?.place(card, boxed.figure);
  const article = h(
    'article',
    { class: 'card picture-card', 'aria-label': card.name },
    h(
      'header',
      {},
      h('h2', { class: 'card-title' }, card.name),
      h('p', { class: 'row-facts' }, [found, drawable && factsOf(card, strings)].filter(Boolean).join(' · ')),
    ),
    drawable && zoomed.element,
    h(
      'div',
      { class: 'results' },
      ...problems(card, strings),
      rows.length > 0 &&
        h(
          'ol',
          { class: 'rows', 'aria-label': fillIn(strings.codesIn, { name: card.name }) },
          ...rows.map(({ element }) => element),
        ),
      tools?.element,
    ),
  );
  return { article, rows, setBytes: (bytes) => showBytes(boxed.image, zoomed.element, bytes, strings) };
}

function problems(card: PictureCard, strings: PanelStrings): HTMLElement[] {
  const boxes = card.notes.map((note) => message('warning', note, ''));
  if (card.error !== undefined) boxes.push(message('error', strings.unreadable, card.error));
  else if (card.symbols.length === 0) boxes.push(message('warning', strings.foundNone, strings.foundNoneHow));
  if (card.cutOff) boxes.push(message('warning', strings.cutOff, ''));
  return boxes;
}

/** "2 QR codes found", or that it could not be read. */
export const foundWords = (card: PictureCard, strings: PanelStrings): string =>
  card.error !== undefined
    ? strings.unreadable
    : card.symbols.length === 0
      ? strings.foundNone
      : card.symbols.every(({ format }) => isQr(format))
        ? counted(card.symbols.length, strings.foundOne, strings.foundMany)
        : counted(card.symbols.length, strings.foundCode, strings.foundCodes);

const factsOf = ({ width, height, ms, type }: PictureCard, strings: PanelStrings) =>
  clauses(type?.toUpperCase(), fillIn(strings.pictureFacts, { width, height, ms: Math.round(ms) }));

/** Pointer or focus on one lights both; the box, pressed, leads to the row. */
function pair(row: HTMLElement, box: SVGGElement, { show }: Zoom): void {
  const light = (lit: boolean) => () => {
    row.classList.toggle('lit', lit);
    box.classList.toggle('lit', lit);
  };
  for (const target of [row, box]) {
    on(target, 'pointerenter', light(true));
    on(target, 'pointerleave', light(false));
    on(target, 'focusin', light(true));
    on(target, 'focusout', light(false));
  }
  on(row, 'focusin', () => show(box));
  on(box, 'click', () => row.focus());
  on(box, 'keydown', (event) => {
    if (!['Enter', ' '].includes((event as KeyboardEvent).key)) return;
    event.preventDefault();
    row.focus();
  });
}

function showBytes(
  image: HTMLImageElement,
  figure: HTMLElement,
  bytes: Uint8Array | undefined,
  strings: PanelStrings,
): void {
  const gone = () => figure.replaceWith(message('warning', strings.pictureGone, ''));
  if (!bytes) {
    gone();
    return;
  }
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  on(image, 'load', () => URL.revokeObjectURL(address));
  on(image, 'error', gone);
  image.src = address;
}
