/**
 * A text out of or for a symbol: hidden characters made visible, a long one clipped until asked
 * for, a secret masked until asked for.
 */
import { h, on } from './dom';
import type { Page } from './page';
import { visibleText } from './visibleText';
import { fillIn } from './words';

export interface ShownText {
  text: string;
  /** Of the whole text, which may be longer than `text`. */
  length: number;
  secret: boolean;
}

const CLIPPED_CHARACTERS = 240;
const CLIPPED_LINES = 6;

export function textBox({ text, length, secret }: ShownText, { strings }: Page): HTMLElement {
  const content = h('div', { class: 'text-content', dir: 'auto' });
  const box = h('div', { class: 'text-box' }, content);
  const short = clip(text);
  const rest = length - text.length;
  const show = (shown: string, whole: boolean) =>
    content.replaceChildren(
      ...(shown ? visibleText(shown) : [h('em', {}, strings.emptyText)]),
      whole ? '' : '…',
      whole && rest > 0 ? h('em', {}, fillIn(strings.textCut, { count: rest })) : '',
    );
  if (secret) {
    let hidden = true;
    const draw = () => {
      if (hidden) content.replaceChildren(h('em', {}, strings.secretHidden));
      else show(text, true);
      toggle.textContent = hidden ? strings.showSecret : strings.hideSecret;
      toggle.setAttribute('aria-expanded', String(!hidden));
    };
    const toggle = link(() => {
      hidden = !hidden;
      draw();
    });
    draw();
    box.append(toggle);
  } else if (short.length < text.length) {
    let whole = false;
    const draw = () => {
      show(whole ? text : short, whole);
      toggle.textContent = whole ? strings.showLess : fillIn(strings.showAll, { count: length });
      toggle.setAttribute('aria-expanded', String(whole));
    };
    const toggle = link(() => {
      whole = !whole;
      draw();
    });
    draw();
    box.append(toggle);
  } else {
    show(text, true);
  }
  return box;
}

const link = (press: () => void) => on(h('button', { type: 'button', class: 'link' }), 'click', press);

/** The first lines and characters, never half of a surrogate pair. */
function clip(text: string): string {
  const lines = text.split('\n', CLIPPED_LINES + 1);
  const start = lines.length > CLIPPED_LINES ? lines.slice(0, CLIPPED_LINES).join('\n') : text;
  if (start.length <= CLIPPED_CHARACTERS + 40) return start;
  const cut = start.slice(0, CLIPPED_CHARACTERS);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
