/** A panel session without VS Code: what it is given, and what it sent to its page. */
import { vi } from 'vitest';
import type { HostMessage, PanelState, SavedState } from '../../../src/extension/panel/contract';
import { defaultMakeOptions } from '../../../src/extension/panel/makeOptions';
import { panelNotices } from '../../../src/extension/panel/panelNotices';
import type { PanelActions, PanelPlatform } from '../../../src/extension/panel/panelParts';
import { panelSession } from '../../../src/extension/panel/panelSession';
import { panelStrings } from '../../../src/extension/panel/panelStrings';
import type { Source } from '../../../src/extension/panel/shown';
import type { EncodedText } from '../../../src/worker/protocol/methods';
import type { Level } from '../../../src/worker/protocol/symbol';
import { readBytes } from '../../../src/worker/qr/decode/charset/readBytes';
import { describeText } from '../../../src/worker/qr/describeText';
import { holdsSecret } from '../../../src/worker/qr/secret';
import { decoded, encoded, scanMargin } from './answers';

/** Words as VS Code gives them back in English. */
export const same = (english: string, ...values: string[]) =>
  english.replace(/\{(\d)\}/g, (whole, place: string) => values[Number(place)] ?? whole);
export const options = defaultMakeOptions;

export let sent: HostMessage[];
type Mocked = Omit<PanelActions, 'during'>;
export let actions: { [K in keyof Mocked]: ReturnType<typeof vi.fn<Mocked[K]>> } & Pick<PanelActions, 'during'>;
export let platform: PanelPlatform;
export let session: ReturnType<typeof panelSession>;

/** An empty text cannot be made, one of 'long' is too long for one symbol. */
export function answer(source: Source, level: Level): EncodedText {
  const text = 'text' in source ? source.text : '';
  if ('text' in source && text === '') return { text, secret: false, error: { code: 'text-empty', message: 'none' } };
  if (text === 'long') return { text, secret: false, error: { code: 'text-too-long', message: 'too long' } };
  return encoded(text, { wantedLevel: level });
}
export const parts = (texts: string[], level: Level) =>
  texts.map((text, index) =>
    encoded(text, {
      secret: holdsSecret(texts.join('')),
      wantedLevel: level,
      part: { index, count: texts.length, parity: 7 },
    }),
  );

/** A new session with nothing shown, for each test: `beforeEach(startSession)`. */
export function startSession(): void {
  sent = [];
  actions = {
    encode: vi.fn(async (sources: Source[], level: Level) => sources.map((source) => answer(source, level))),
    encodeSet: vi.fn(async (text: string, level: Level | undefined) => parts([...text], level ?? 'L')),
    forms: vi.fn(async () => []),
    encodePayload: vi.fn(async (kind: string, values: Record<string, string>) => encoded(`${kind}:${values.a ?? ''}`)),
    decode: vi.fn(async (pictures: { name: string }[]) => pictures.map(({ name }) => decoded([name]))),
    saveFormat: vi.fn(() => 'png' as const),
    rememberFormat: vi.fn(),
    save: vi.fn(async () => 'code.png' as string | undefined),
    saveAll: vi.fn(async () => 'codes' as string | undefined),
    copyAs: vi.fn(async () => undefined as string | undefined),
    png: vi.fn(async () => new Uint8Array([1, 2])),
    insertImage: vi.fn(async () => 'a.png' as string | undefined),
    previewBatch: vi.fn(async () => ({ columns: [], count: 0, rows: [] })),
    makePiece: vi.fn(async () => ({ files: [], failures: [], count: 0 })),
    batchFolder: vi.fn(async () => undefined),
    batchEnded: vi.fn(),
    during: async (_work, _begun, act) => act(() => {}),
    makeSymbols: vi.fn(),
    sheetPlace: vi.fn(),
    sheet: vi.fn(),
    saveSheet: vi.fn(async (_made: unknown, _format: string, _options: unknown) => undefined),
    openText: vi.fn(async () => {}),
    join: vi.fn(async () => []),
    describe: vi.fn(async (texts: string[]) => texts.map((text) => describeText(text, 'en'))),
    readBytes: vi.fn(async (bytes: Uint8Array, charset: string) => {
      const read = readBytes(bytes, charset);
      return { ...read, secret: holdsSecret(read.text) };
    }),
    saveContent: vi.fn(async (name: string) => name as string | undefined),
    readPictures: vi.fn(() => ({ done: Promise.resolve(), cancel: vi.fn() })),
    pathOf: vi.fn((uri: string) => uri.replace('file:///', '')),
    exportPictures: vi.fn(async () => 'table.csv' as string | undefined),
    choosePictures: vi.fn(async () => {}),
    picture: vi.fn(async () => 'data:image/svg+xml,x'),
    scanMargin: vi.fn(async () => ({ scanMargin })),
    pickLogo: vi.fn(async () => undefined),
    follow: vi.fn(),
  };
  platform = {
    locale: 'en',
    strings: panelStrings(same),
    notices: panelNotices(same),
    level: () => 'H',
    copyText: vi.fn(async () => {}),
    insertText: vi.fn(async () => true),
    remember: vi.fn(),
    begin: vi.fn(),
    openLink: vi.fn(async () => true),
    compare: vi.fn(async () => 'same' as const),
    readFile: vi.fn(async () => new Uint8Array([7])),
    log: vi.fn(),
    leave: vi.fn(async () => {}),
  };
  session = panelSession(actions, platform, (message) => sent.push(message));
}

export const show = (...texts: string[]) => session.make(texts.map((text) => ({ text })));
export const savedOf = (more: Partial<SavedState>): SavedState => ({
  version: 1,
  tab: 'make',
  symbols: [],
  options,
  pictures: [],
  folder: null,
  ...more,
});
export const kept = (text: string, level: Level = 'H') => ({ text, level, exact: false, split: false });
export const lastState = (): PanelState => sent.flatMap((m) => (m.type === 'state' ? m.state : [])).at(-1)!;
export const notices = () => sent.flatMap((m) => (m.type === 'notice' ? m.kind : []));

/** With a symbol, one that could not be made, and a picture. */
export async function startShowing(): Promise<void> {
  startSession();
  await show('a', '');
  await session.showPictures([{ name: 'p.png', uri: 'file:///p.png', picture: decoded(['https://example.org']) }]);
}
export const view = () => lastState().view;
