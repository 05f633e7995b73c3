/** What the page asks of pictures that were read. */
import { beforeEach, expect, it, vi } from 'vitest';
import { parseSavedState } from '../../../src/extension/panel/savedFields';
import { decoded } from './answers';
import { actions, lastState, notices, platform, sent, session, startShowing, view } from './sessionKit';

beforeEach(startShowing);

it('takes texts from its own list, never from the page', async () => {
  for (const action of ['copy', 'insert', 'open'])
    await session.receive({ type: 'readText', view: view(), picture: 0, symbol: 0, action });
  await session.receive({ type: 'readText', view: view(), picture: 0, symbol: 1, action: 'open' });
  for (const call of [platform.copyText, platform.insertText])
    expect(vi.mocked(call).mock.calls).toEqual([['https://example.org']]);
  expect(vi.mocked(platform.openLink).mock.calls).toMatchObject([
    ['https://example.org', { href: 'https://example.org/' }, false],
  ]);
});

it('says so when there is no editor to insert into, or an action fails', async () => {
  platform.insertText = async () => false;
  actions.save.mockRejectedValue(new Error('disk full'));
  await session.receive({ type: 'readText', view: view(), picture: 0, symbol: 0, action: 'insert' });
  await session.receive({ type: 'save', view: view(), index: 0, format: 'png' });
  expect(notices()).toEqual(['error', 'error']);
});

it('hands out a picture, or that it is gone', async () => {
  await session.receive({ type: 'needPicture', view: view(), picture: 0 });
  expect(sent.at(-1)).toEqual({ type: 'pictureBytes', view: view(), picture: 0, bytes: new Uint8Array([7]) });
  platform.readFile = async () => {
    throw new Error('gone');
  };
  await session.receive({ type: 'needPicture', view: view(), picture: 0 });
  expect(sent.at(-1)).toEqual({ type: 'pictureBytes', view: view(), picture: 0 });
});

it('joins the parts of a set over several pictures, and names the one that is missing', async () => {
  const part = (index: number) => {
    const picture = decoded([`part ${index}`]);
    picture.symbols[0]!.part = { index, count: 3, parity: 9 };
    return { name: `${index}.png`, picture };
  };
  actions.join.mockResolvedValueOnce([{ count: 3, parity: 9, secret: false, missing: [1] }]);
  await session.showPictures([part(2), part(0)]);
  expect(lastState().sets).toMatchObject([
    { count: 3, missing: [1], text: '', parts: [{ picture: '0.png', number: 1 }, { index: 2 }] },
  ]);
  actions.join.mockResolvedValueOnce([
    { count: 3, parity: 9, secret: false, missing: [], text: 'https://example.org/whole', parityHolds: false },
  ]);
  await session.showPictures([part(2), part(0), part(1), part(1)]);
  expect(actions.join.mock.lastCall![0]).toHaveLength(4);
  expect(lastState().sets).toMatchObject([
    { link: { openable: true }, mixed: true, parts: [{ index: 0 }, { index: 1 }, { index: 2 }] },
  ]);
  await session.receive({ type: 'setText', view: view(), set: 0, action: 'copy' });
  await session.receive({ type: 'setText', view: view(), set: 7, action: 'copy' });
  expect(vi.mocked(platform.copyText).mock.calls).toEqual([['https://example.org/whole']]);
});

it('reads a dropped picture and shows it', async () => {
  await session.receive({ type: 'decodeDropped', name: 'shot.png', bytes: new Uint8Array([1]) });
  expect(lastState()).toMatchObject({ tab: 'read', pictures: [{ name: 'shot.png' }], saved: { pictures: [] } });
});

const WIFI = 'WIFI:T:WPA;S:home;P:hunter22;;';
const showText = (text: string) => session.showPictures([{ name: 'p.png', picture: decoded([text]) }]);
const place = () => ({ view: view(), picture: 0, symbol: 0 });
const act = (action: string) => session.receive({ type: 'readText', ...place(), action });

it('keeps a secret out of the page until it is asked for, and out of what outlives it always', async () => {
  await showText(WIFI);
  expect(JSON.stringify(lastState())).not.toContain('hunter22');
  await session.receive({ type: 'reveal', ...place() });
  expect(sent.at(-1)).toMatchObject({ type: 'readSymbol', card: { text: WIFI, hidden: false } });
  expect(JSON.stringify(session.state())).not.toContain('hunter22');
});

it('reveals the text of a set', async () => {
  const picture = decoded(['WIFI:T:WPA;S:home;P:hunt', 'er22;;']);
  for (const [index, symbol] of picture.symbols.entries()) symbol.part = { index, count: 2, parity: 9 };
  actions.join.mockResolvedValueOnce([{ count: 2, parity: 9, secret: true, missing: [], text: WIFI }]);
  await session.showPictures([{ name: 'p.png', picture }]);
  expect(JSON.stringify(lastState())).not.toMatch(/hunt|er22/);
  await session.receive({ type: 'revealSet', view: view(), set: 0 });
  expect(sent.at(-1)).toMatchObject({ type: 'readSet', card: { text: WIFI } });
  await session.receive({ type: 'setText', view: view(), set: 0, action: 'save' });
  expect(new TextDecoder().decode(actions.saveContent.mock.lastCall![1])).toBe(WIFI);
  await session.receive({ type: 'needSetBytes', view: view(), set: 0 });
  expect(sent.at(-1)).toEqual({ type: 'setBytes', view: view(), set: 0, bytes: new TextEncoder().encode(WIFI) });
  const before = sent.length;
  await session.receive({ type: 'needSetBytes', view: view(), set: 1 });
  expect(sent).toHaveLength(before);
});

it('makes a symbol again, in the form of its kind, and keeps no secret of it', async () => {
  await showText(WIFI);
  await act('edit');
  expect(lastState()).toMatchObject({ tab: 'make', symbols: [{ text: WIFI, secret: true }], saved: { symbols: [] } });
  expect(sent.at(-1)).toMatchObject({ type: 'fillForm', kind: 'wifi', values: { ssid: 'home', password: 'hunter22' } });
  await showText('words');
  await act('edit');
  expect(sent.at(-1)).toMatchObject({ type: 'state', state: { symbols: [{ text: 'words' }] } });
});

it('makes what is no text again from its bytes', async () => {
  const picture = decoded(['\ufffd']);
  picture.symbols[0]!.bytes = Uint8Array.of(0xff, 0);
  await session.showPictures([{ name: 'p.png', picture }]);
  await act('edit');
  expect(actions.encode.mock.lastCall![0]).toEqual([{ bytes: Uint8Array.of(0xff, 0), name: 'qr-code' }]);
});

it('says of a link that it holds a secret when it is to be opened', async () => {
  const link = 'https://user:hunter22@example.org/';
  await showText(link);
  await act('open');
  expect(platform.openLink).toHaveBeenLastCalledWith(link, expect.anything(), true);
});

it('compares with the selection and says what came of it', async () => {
  await showText(WIFI);
  await act('compare');
  expect(platform.compare).toHaveBeenLastCalledWith(WIFI, true);
  platform.compare = async () => 'none';
  await act('compare');
  expect(notices().slice(-2)).toEqual(['done', 'error']);
});

it.each([
  [WIFI, 'qr-code.txt'],
  ['https://example.org/a', 'qr-example.org-a.txt'],
  ['--help', 'qr-help.txt'],
  ['../../etc/passwd', 'qr-etc-passwd.txt'],
  ['BEGIN:VCARD\r\nVERSION:3.0\r\nN:L;A;;;\r\nEND:VCARD', 'qr-BEGIN-VCARD-VERSION-3.0-N-L-A-END-VCARD.vcf'],
  ['\ufffd', 'qr-code.bin'],
])('saves the bytes of %j as %s', async (text, name) => {
  await showText(text);
  await act('save');
  expect(actions.saveContent).toHaveBeenLastCalledWith(name, new TextEncoder().encode(text));
});

it('reads the bytes in another character set and back, and goes on with that text', async () => {
  const picture = decoded(['ÖÐÎÄ']);
  picture.symbols[0]!.bytes = Uint8Array.of(0xd6, 0xd0, 0xce, 0xc4);
  await session.showPictures([{ name: 'p.png', picture }]);
  await session.receive({ type: 'needBytes', ...place() });
  expect(sent.at(-1)).toMatchObject({ type: 'symbolBytes', bytes: picture.symbols[0]!.bytes });
  await session.receive({ type: 'readAs', ...place(), charset: 'gb18030', revealed: false });
  expect(sent.at(-1)).toMatchObject({ card: { text: '中文', charset: { name: 'gb18030', from: 'chosen' } } });
  await act('copy');
  expect(platform.copyText).toHaveBeenLastCalledWith('中文');
  await session.receive({ type: 'readAs', ...place(), charset: '', revealed: false });
  expect(sent.at(-1)).toMatchObject({ card: { text: 'ÖÐÎÄ' } });
});

it('takes a secret for one in every character set', async () => {
  await showText(WIFI);
  await session.receive({ type: 'readAs', ...place(), charset: 'utf-16be', revealed: false });
  expect(sent.at(-1)).toMatchObject({ card: { secret: true, hidden: true, text: '' } });
});

it('asks the page for the picture of the clipboard, once', async () => {
  session.readClipboard();
  expect(lastState()).toMatchObject({ tab: 'read', wantsClipboard: true });
  await session.receive({ type: 'clipboardAsked' });
  expect(session.state().wantsClipboard).toBeUndefined();
});

it('keeps how the tools of a picture are set, over a reload too, and forgets those of one that is gone', async () => {
  await session.showPictures([
    { name: 'pasted.png', bytes: new Uint8Array([1]), picture: decoded([]) },
    { name: 'p.png', uri: 'file:///p.png', picture: decoded([]) },
  ]);
  const [pasted, file] = lastState().pictures.map(({ key }) => key) as [string, string];
  const tools = { crop: null, corners: null, degrees: 0, invert: false, brightness: 0, contrast: 0, threshold: 0 };
  const set = { ...tools, open: true, contrast: 40 };
  await session.receive({ type: 'keepTools', key: pasted, ...tools, open: true });
  await session.receive({ type: 'keepTools', key: file, ...set });
  const saved = sent.flatMap((m) => (m.type === 'saved' ? m.saved : [])).at(-1)!;
  expect(saved.pictures).toEqual([{ uri: 'file:///p.png', tools: set }]);
  expect(parseSavedState(JSON.parse(JSON.stringify(saved)))).toEqual(saved);
  expect(session.state().pictures.map((card) => card.tools)).toEqual([{ ...tools, open: true }, set]);
  await session.showPictures([{ name: 'p.png', uri: 'file:///p.png', picture: decoded([]) }]);
  await session.receive({ type: 'keepTools', key: file, ...set });
  expect(session.state()).toMatchObject({ saved: { pictures: [{ tools: null }] } });
  expect(session.state().pictures[0]).not.toHaveProperty('tools');
  platform.readFile = async (uri) => {
    if (uri === 'file:///gone.png') throw new Error('gone');
    return new Uint8Array([7]);
  };
  const gone = { uri: 'file:///gone.png', tools: { ...tools, open: false } };
  await session.restore({ ...saved, pictures: [gone, ...saved.pictures] });
  expect(lastState().pictures).toMatchObject([{ name: 'p.png', tools: set }]);
});
