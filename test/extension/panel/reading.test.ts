/** What the page asks of pictures that were read. */
import { beforeEach, expect, it, vi } from 'vitest';
import { decoded } from './answers';
import { actions, lastState, notices, platform, sent, session, startShowing, view } from './sessionKit';

beforeEach(startShowing);

it('takes texts from its own list, never from the page', async () => {
  for (const action of ['copy', 'insert', 'open'])
    await session.receive({ type: 'readText', view: view(), picture: 0, symbol: 0, action });
  await session.receive({ type: 'readText', view: view(), picture: 0, symbol: 1, action: 'open' });
  for (const call of [platform.copyText, platform.insertText, platform.openLink]) {
    expect(vi.mocked(call).mock.calls).toEqual([['https://example.org']]);
  }
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
    { link: true, mixed: true, parts: [{ index: 0 }, { index: 1 }, { index: 2 }] },
  ]);
  await session.receive({ type: 'setText', view: view(), set: 0, action: 'copy' });
  await session.receive({ type: 'setText', view: view(), set: 7, action: 'copy' });
  expect(vi.mocked(platform.copyText).mock.calls).toEqual([['https://example.org/whole']]);
});

it('reads a dropped picture and shows it', async () => {
  await session.receive({ type: 'decodeDropped', name: 'shot.png', bytes: new Uint8Array([1]) });
  expect(lastState()).toMatchObject({ tab: 'read', pictures: [{ name: 'shot.png' }], saved: { pictures: [] } });
});
