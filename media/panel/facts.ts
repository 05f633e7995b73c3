/**
 * What a standard-minded reader wants to know of a symbol: version, mask, segments and how full it
 * is.
 */
import type { PanelStrings, SymbolCard } from '../../src/extension/panel/contract';
import { h } from './dom';
import { fillIn } from './words';

/** Segments that carry no characters. */
const HEADERS = ['eci', 'structured-append'];

type Made = NonNullable<SymbolCard['symbol']>;

export function facts(symbol: Made, strings: PanelStrings): HTMLElement {
  const { version, size, mask, segments, bytes, usedBits, capacityBits } = symbol;
  const used = Math.ceil(usedBits / 8);
  const capacity = Math.floor(capacityBits / 8);
  const modes = segments.map(({ mode, characters }) =>
    HEADERS.includes(mode) ? modeName(mode, strings) : `${characters} ${modeName(mode, strings)}`,
  );
  const pair = (name: string, ...value: (string | HTMLElement)[]) =>
    h('div', {}, h('dt', {}, name), h('dd', {}, ...value));
  return h(
    'dl',
    { class: 'facts' },
    pair(strings.version, fillIn(strings.versionValue, { version, size })),
    pair(strings.mask, String(mask)),
    pair(strings.encoding, modes.join(' + ')),
    pair(strings.capacity, fillIn(strings.capacityValue, { used, capacity })),
    pair(strings.textSize, h('span', { class: 'unbroken' }, fillIn(strings.textSizeValue, { bytes }))),
  );
}

/** How many of the data bytes of this version and level are used, headers included. */
export function capacityMeter({ usedBits, capacityBits }: Made, strings: PanelStrings): HTMLElement {
  const text = fillIn(strings.filled, { percent: Math.round((100 * usedBits) / capacityBits) });
  const bar = h('meter', { min: 0, max: capacityBits, value: usedBits, 'aria-label': strings.capacity }, text);
  return h('div', { class: 'capacity' }, bar, h('span', {}, text));
}

const modeName = (mode: Made['segments'][number]['mode'], strings: PanelStrings): string =>
  ({
    numeric: strings.modeNumeric,
    alphanumeric: strings.modeAlphanumeric,
    byte: strings.modeByte,
    kanji: strings.modeKanji,
    hanzi: strings.modeHanzi,
    eci: strings.modeEci,
    'structured-append': strings.modeAppend,
  })[mode];
