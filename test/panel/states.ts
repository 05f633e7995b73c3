/**
 * Panel states for the browser tests: real symbols, texts with traps in them, pictures with boxes.
 */
import { create, type QRCodeErrorCorrectionLevel } from 'qrcode';
import chinese from '../../media/l10n/bundle.l10n.zh-cn.json';
import { packModules } from '../../src/extension/panel/cards';
import type {
  FolderRow,
  FolderState,
  PanelState,
  PictureCard,
  ReadSymbol,
  SymbolCard,
} from '../../src/extension/panel/contract';
import { defaultMakeOptions } from '../../src/extension/panel/makeOptions';
import { panelStrings } from '../../src/extension/panel/panelStrings';
import { readText } from '../../src/extension/panel/readCards';
import { ALL_ROWS } from '../../src/extension/panel/rowChoice';
import { describeText } from '../../src/worker/qr/describeText';
import { holdsSecret } from '../../src/worker/qr/secret';

/** A card as the extension would send it; the symbol is real, so a picture of it can be read. */
export function card(
  text: string,
  level: QRCodeErrorCorrectionLevel = 'H',
  more: Partial<SymbolCard> = {},
): SymbolCard {
  const { modules, version, maskPattern } = create([{ data: new TextEncoder().encode(text), mode: 'byte' }], {
    errorCorrectionLevel: level,
  });
  const bytes = new TextEncoder().encode(text).length;
  return {
    text,
    length: text.length,
    secret: holdsSecret(text),
    wantedLevel: level as 'H',
    symbol: {
      version,
      level: level as 'H',
      mask: maskPattern ?? 0,
      size: modules.size,
      modules: packModules(Uint8Array.from(modules.data, (m) => Number(m))),
      segments: [{ mode: 'byte', characters: bytes }],
      usedBits: 12 + bytes * 8,
      capacityBits: 8 * Math.ceil((12 + bytes * 8) / 8 / 0.78),
      bytes,
      capacities: { L: 2953, M: 2331, Q: 1663, H: 1273 },
      engines: ['zxing-wasm', '@zxing/library'],
    },
    ...more,
  };
}

/** As the extension would send it: a secret is left out. */
export const readSymbol = (
  text: string,
  corners: ReadSymbol['corners'],
  more: Partial<ReadSymbol> = {},
): ReadSymbol => ({
  ...readText(text, holdsSecret(text), new Map([[text, describeText(text, 'en')]]), false),
  format: 'QRCode',
  version: 3,
  level: 'M',
  charset: { name: 'utf-8', from: 'guess', reason: 'valid-utf-8' },
  corners,
  mirrored: false,
  inverted: false,
  engine: 'zxing-wasm',
  attempt: 'plain',
  after: [],
  ...more,
});

export const picture = (symbols: ReadSymbol[], more: Partial<PictureCard> = {}): PictureCard => ({
  key: '1.0',
  name: 'shelf labels.png',
  width: 800,
  height: 500,
  type: 'png',
  ms: 23.4,
  cutOff: false,
  tried: ['attemptPlain'],
  notes: [],
  symbols,
  ...more,
});

export function state(more: Partial<PanelState> = {}, locale: PanelState['locale'] = 'en'): PanelState {
  const words = chinese as Record<string, string>;
  return {
    version: 1,
    view: 1,
    locale,
    strings: panelStrings((english) => (locale === 'zh-cn' ? words[english]! : english)),
    tab: 'make',
    busy: false,
    symbols: [],
    pictures: [],
    sets: [],
    options: defaultMakeOptions,
    defaults: defaultMakeOptions,
    saveFormat: 'png',
    following: false,
    saved: { version: 1, tab: 'make', symbols: [], options: defaultMakeOptions, pictures: [], folder: null },
    ...more,
  };
}

export const TEXT = '你好, QR — tab\there\nline two';

export const square = (x: number, y: number, side: number) =>
  [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
  ] as [[number, number], [number, number], [number, number], [number, number]];

export const makes = () =>
  state({
    symbols: [
      card(TEXT),
      card('WIFI:T:WPA;S:home;P:secret;;', 'M', { wantedLevel: 'H' }),
      { text: 'x'.repeat(3000), length: 5000, secret: false, wantedLevel: 'H', error: 'too long' },
    ],
  });

export const reads = () =>
  state({
    tab: 'read',
    pictures: [
      picture([readSymbol('https://example.org', square(60, 60, 200)), readSymbol('plain', square(620, 300, 140))]),
      picture([], {
        key: '1.1',
        name: 'none.jpg',
        cutOff: true,
        tried: ['attemptPlain', 'attemptLighter', 'attemptFinders'],
      }),
      picture([], { key: '1.2', name: 'broken.png', width: 0, height: 0, error: 'damaged' }),
    ],
  });

export const folders = (more: Partial<FolderState> = {}) =>
  state({
    tab: 'read',
    folder: {
      id: 3,
      name: 'labels',
      count: 10_000,
      done: 10_000,
      codes: 9998,
      without: 1,
      failed: 1,
      known: 40,
      running: false,
      cancelled: false,
      choice: ALL_ROWS,
      ...more,
    },
  });

/** As many rows as the counts of `folders` say. */
export const folderRows = (count = 10_000): FolderRow[] =>
  Array.from({ length: count }, (_, picture): FolderRow => {
    const path = `labels/shelf ${picture % 7}/${picture}.png`;
    const base = { picture, path, secret: false, kind: '', text: '' };
    if (picture === 1) return { ...base, result: 'none' };
    if (picture === 2) return { ...base, text: 'The file is damaged.', result: 'failed' };
    if (picture === 3) return { ...base, symbol: 0, secret: true, kind: 'Wi-Fi network', result: 'code' };
    if (picture === 4)
      return { ...base, symbol: 0, text: '<b>x</b>\u202e\u001b[31m\n| y', kind: 'Text', result: 'code' };
    return { ...base, symbol: 0, text: `https://example.org/${picture}`, kind: 'Link', result: 'code' };
  });

/** Texts with fields, a secret and an address that is not what it seems. */
export const results = () =>
  state({
    tab: 'read',
    pictures: [
      picture(
        ['WIFI:T:WPA;S:home;P:hunter22;;', 'http://a@xn--80ak6aa92e.com:8443/', 'javascript:alert(1)'].map((text, i) =>
          readSymbol(text, square(20 + 250 * i, 60, 200)),
        ),
      ),
    ],
  });

export const batches = () =>
  state({
    tab: 'batch',
    batch: {
      name: 'shelves.csv',
      columns: ['name', 'link'],
      encoding: 'gb18030',
      kinds: [{ kind: 'wifi', label: 'Wi-Fi network' }],
      column: 'name',
      kind: '',
      pattern: '{n}',
      count: 2,
      failures: [{ line: 9, message: 'missing' }],
      failureCount: 150,
      preview: [
        { name: 'one', picture: 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg"/%3E' },
        { name: 'two', error: 'too long' },
      ],
    },
  });

/** A picture in which nothing was read, with its tools. */
export const unread = () =>
  state({
    tab: 'read',
    pictures: [
      picture([], { key: '3.0', name: 'none.png', width: 400, height: 300, tried: ['attemptPlain', 'attemptDarker'] }),
    ],
  });
