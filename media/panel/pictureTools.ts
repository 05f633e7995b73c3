/**
 * The tools of one picture: what was tried, the thorough search, other codes, and what may be done
 * to the picture before it is read again at once. They live as long as their picture is shown.
 */
import type { HostMessage, PictureCard, PictureToolChoices } from '../../src/extension/panel/contract';
import { HARDER_SECONDS, toolRanges, toolsOf } from '../../src/worker/protocol/pictureTools';
import { areaField } from './areaField';
import { button } from './button';
import { changedView } from './changedView';
import { checkbox } from './checkbox';
import { h, on } from './dom';
import type { Page } from './page';
import { slider } from './slider';
import { toolWords } from './toolWords';
import { counted, fillIn, sentences } from './words';

/** Milliseconds without a further change after which the picture is read. */
const DEBOUNCE_MS = 150;

const NOTHING: PictureToolChoices = {
  crop: null,
  corners: null,
  degrees: 0,
  invert: false,
  brightness: 0,
  contrast: 0,
  threshold: 0,
};

type Answer = Extract<HostMessage, { type: 'changedPicture' | 'readAgain' }>;

export interface PictureTools {
  element: HTMLElement;
  /** The picture as it is shown now. */
  place(card: PictureCard, figure: HTMLElement): void;
  take(message: Answer): void;
}

/** Of the pictures that are shown, by their keys. */
const kept = new Map<string, PictureTools>();

/** The tools of a picture, made when it is first shown. */
export function toolsOfPicture(card: PictureCard, page: Page): PictureTools {
  const tools = kept.get(card.key) ?? pictureTools(card, page);
  kept.set(card.key, tools);
  return tools;
}

/** An answer for one of them, if it is still shown. */
export const takeAnswer = (message: Answer): void => kept.get(message.key)?.take(message);

/** Forgets those of pictures that are no longer shown. */
export function keepTools(cards: readonly PictureCard[]): void {
  const keys = new Set(cards.map(({ key }) => key));
  for (const key of kept.keys()) if (!keys.has(key)) kept.delete(key);
}

function pictureTools(first: PictureCard, page: Page): PictureTools {
  const { strings } = page;
  const id = `tools-${first.key.replace('.', '-')}`;
  let request = 0;
  let otherCodes = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tried: readonly PictureCard['tried'][number][] = [];

  let isOpen = first.tools?.open ?? (first.symbols.length === 0 && first.error === undefined);
  /** A new page begins with it. */
  const keep = () => {
    isOpen = whole.open;
    page.post({ type: 'keepTools', key: first.key, open: isOpen, ...choices() });
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      keep();
      read(false);
    }, DEBOUNCE_MS);
  };
  const signed = (value: number) => (value > 0 ? `+${value}` : String(value));
  const area = areaField(id, first, page, later);
  const angle = slider(`${id}-angle`, strings.toolAngle, [-180, 180], signed, later);
  const brightness = slider(`${id}-brightness`, strings.toolBrightness, toolRanges.by, signed, later);
  const contrast = slider(`${id}-contrast`, strings.toolContrast, toolRanges.by, signed, later);
  const threshold = slider(
    `${id}-threshold`,
    strings.toolThreshold,
    [0, toolRanges.at[1]],
    (value) => (value ? String(value) : strings.toolOff),
    later,
  );
  const invert = checkbox(strings.toolInvert, later);
  const turn = (by: number) => () => {
    // Kept between -180 and 180.
    angle.set(((((angle.value() + by + 180) % 360) + 360) % 360) - 180);
    later();
  };
  const choices = (): PictureToolChoices => ({
    ...area.value(),
    degrees: angle.value(),
    invert: invert.checked,
    brightness: brightness.value(),
    contrast: contrast.value(),
    threshold: threshold.value(),
  });
  const done = () =>
    toolWords(
      toolsOf(choices()).map(({ kind }) => kind),
      page,
    );

  const changed = changedView();
  const outcome = h('span', {});
  const cancel = button(strings.cancelReading, () => {
    request++;
    page.post({ type: 'cancelReading', key: first.key });
    show(strings.readingCancelled, false);
  });
  const status = h('p', { class: 'tools-status', role: 'status' }, outcome, cancel);
  const show = (words: string, busy: boolean) => {
    outcome.textContent = words;
    cancel.hidden = !busy;
    status.hidden = words === '';
  };
  const read = (harder: boolean) => {
    clearTimeout(timer);
    request++;
    show(harder ? fillIn(strings.readingHarder, { seconds: HARDER_SECONDS }) : strings.readingAgain, true);
    if (!done()) changed.set(undefined, '');
    page.post({ type: 'readAgain', key: first.key, request, harder, otherCodes, ...choices() });
  };
  const set = (to: PictureToolChoices) => {
    area.set(to);
    angle.set(to.degrees);
    brightness.set(to.brightness);
    contrast.set(to.contrast);
    threshold.set(to.threshold);
    invert.checked = to.invert;
  };
  const reset = () => {
    set(NOTHING);
    changed.set(undefined, '');
    later();
  };
  const triedList = h('ul', { class: 'tried' });
  const triedPart = h('div', {}, h('h3', { class: 'label' }, strings.tried), triedList);
  const addTried = (words: readonly PictureCard['tried'][number][]) => {
    tried = [...new Set([...tried, ...words])];
    triedList.replaceChildren(...tried.map((word) => h('li', {}, strings[word])));
    triedPart.hidden = tried.length === 0;
  };
  show('', false);

  const whole = h(
    'details',
    { class: 'tools', open: isOpen },
    h('summary', {}, strings.tools),
    h(
      'div',
      { class: 'tools-body' },
      triedPart,
      h(
        'div',
        { class: 'actions' },
        button(fillIn(strings.tryHarder, { seconds: HARDER_SECONDS }), () => read(true), { primary: true }),
        button(strings.otherCodes, () => {
          otherCodes = true;
          read(false);
        }),
      ),
      h('p', { class: 'hint' }, strings.otherCodesHow),
      area.element,
      h('div', { class: 'tool-grid' }, angle.element, brightness.element, contrast.element, threshold.element, invert),
      h(
        'div',
        { class: 'actions' },
        button(strings.turnLeft, turn(-90)),
        button(strings.turnRight, turn(90)),
        button(strings.toolsReset, reset),
      ),
      status,
      changed.element,
    ),
  );
  on(whole, 'toggle', () => {
    if (whole.open !== isOpen) keep();
  });
  if (first.tools) {
    set(first.tools);
    if (done()) read(false);
  }
  return {
    element: whole,
    place(card, figure) {
      area.attach(figure);
      addTried(card.tried);
    },
    take(message) {
      if (message.request !== request) return;
      if (message.type === 'changedPicture') {
        // What lies between four corners stands as they were put.
        const orientation = choices().corners ? undefined : first.orientation;
        changed.set(message.changed, fillIn(strings.changedPicture, { tools: done() }), orientation);
        return;
      }
      addTried(message.tried);
      show(outcomeWords(message, done(), page), false);
    },
  };
}

function outcomeWords(
  { found, error, cutOff }: Extract<HostMessage, { type: 'readAgain' }>,
  tools: string,
  { strings }: Page,
): string {
  if (error !== undefined) return error;
  if (found > 0) return counted(found, strings.moreOne, strings.moreMany);
  const nothing = tools ? fillIn(strings.nothingWith, { tools }) : strings.nothingMore;
  return cutOff ? sentences(nothing, strings.cutOff) : nothing;
}
