/** What a made symbol's look costs, and where its logo comes from. */
import { beforeEach, expect, it } from 'vitest';
import { scanMargin } from './answers';
import { actions, lastState, notices, options, sent, session, show, startShowing, view } from './sessionKit';

beforeEach(startShowing);

it('tells what a symbol survives, with its picture only where the page cannot draw it', async () => {
  await session.receive({ type: 'needLook', view: view(), index: 0 });
  expect(sent.at(-1)).toEqual({ type: 'scanMargin', view: view(), index: 0, scanMargin });
  expect(actions.picture).not.toHaveBeenCalled();
  await session.receive({ type: 'changeOptions', options: { ...options, modules: 'dots' } });
  await session.receive({ type: 'needLook', view: view(), index: 0 });
  expect(sent.slice(-2)).toMatchObject([
    { type: 'picture', address: 'data:image/svg+xml,x' },
    { type: 'scanMargin', index: 0 },
  ]);
});

it('takes a symbol away whose look does not read back, and brings it again with another look', async () => {
  actions.scanMargin.mockResolvedValueOnce({ error: { code: 'style-not-read-back', message: 'smaller logo' } });
  actions.picture.mockRejectedValueOnce(new Error('not read back'));
  const logo = { name: 'l.png', png: 'AAAA', percent: 30 as const };
  await session.receive({ type: 'changeOptions', options: { ...options, logo } });
  await session.receive({ type: 'needLook', view: view(), index: 0 });
  const last = sent.at(-1);
  expect(last).toMatchObject({ type: 'symbol', index: 0, card: { error: 'smaller logo', text: 'a' } });
  expect(last).not.toHaveProperty('card.symbol');
  await session.receive({ type: 'save', view: view(), index: 0, format: 'png' });
  expect(actions.save).not.toHaveBeenCalled();
  await session.receive({ type: 'changeOptions', options });
  expect(lastState().symbols[0]).toHaveProperty('symbol');
  expect(notices()).toEqual([]);
});

it('drops what was measured for a symbol that is no longer shown', async () => {
  let finish = (_: { scanMargin: typeof scanMargin }) => {};
  actions.scanMargin.mockImplementationOnce(() => new Promise((resolve) => (finish = resolve)));
  const asked = session.receive({ type: 'needLook', view: view(), index: 0 });
  await session.receive({ type: 'changeLevel', view: view(), index: 0, level: 'L' });
  finish({ scanMargin });
  await asked;
  expect(sent.filter(({ type }) => type === 'scanMargin')).toEqual([]);
});

it('measures one symbol after the other, and none that is no longer shown when its turn comes', async () => {
  let finish = (_: { scanMargin: typeof scanMargin }) => {};
  actions.scanMargin.mockImplementationOnce(() => new Promise((resolve) => (finish = resolve)));
  await show('one', 'two');
  const asked = [0, 1].map((index) => session.receive({ type: 'needLook', view: view(), index }));
  await show('newer');
  finish({ scanMargin });
  await Promise.all(asked);
  expect(actions.scanMargin).toHaveBeenCalledTimes(1);
  await session.receive({ type: 'needLook', view: view(), index: 0 });
  expect(sent.at(-1)).toMatchObject({ type: 'scanMargin', index: 0 });
});

it('hands the picked logo to the page, which makes it small', async () => {
  await session.receive({ type: 'pickLogo' });
  expect(sent.filter(({ type }) => type === 'logoFile')).toEqual([]);
  actions.pickLogo.mockResolvedValueOnce({ name: 'l.png', bytes: new Uint8Array([1]) });
  await session.receive({ type: 'pickLogo' });
  expect(sent.at(-1)).toEqual({ type: 'logoFile', name: 'l.png', bytes: new Uint8Array([1]) });
});
