/** What the page asks of made symbols. */
import { beforeEach, expect, it } from 'vitest';
import type { Level } from '../../../src/worker/protocol/symbol';
import { encoded } from './answers';
import {
  actions,
  answer,
  kept,
  lastState,
  notices,
  options,
  parts,
  platform,
  sent,
  session,
  show,
  startShowing,
  view,
} from './sessionKit';

beforeEach(startShowing);

it('changes a level and sends that card alone', async () => {
  await session.receive({ type: 'changeLevel', view: view(), index: 0, level: 'L' });
  expect(actions.encode).toHaveBeenCalledWith([{ text: 'a' }], 'L', true, options);
  expect(sent.at(-1)).toMatchObject({ type: 'symbol', index: 0, card: { wantedLevel: 'L' } });
  expect(sent.at(-1)).toHaveProperty(['saved', 'symbols', 0], { ...kept('a', 'L'), exact: true });
});

it('keeps only the newest of two level changes', async () => {
  const answers: ((level: Level) => void)[] = [];
  actions.encode.mockImplementation(
    ([source]) => new Promise((resolve) => answers.push((l) => resolve([answer(source!, l)]))),
  );
  const one = session.receive({ type: 'changeLevel', view: view(), index: 0, level: 'L' });
  const two = session.receive({ type: 'changeLevel', view: view(), index: 0, level: 'Q' });
  answers[1]!('Q');
  answers[0]!('L');
  await Promise.all([one, two]);
  expect(sent.filter(({ type }) => type === 'symbol')).toMatchObject([{ card: { wantedLevel: 'Q' } }]);
});

it('measures a form without showing it, and shows what is made of it', async () => {
  const before = view();
  await session.receive({ type: 'needCapacity', request: 3, kind: 'url', values: { a: 'b' } });
  expect(sent.at(-1)).toEqual({
    type: 'capacity',
    request: 3,
    capacity: { bytes: 5, capacity: 1273, level: 'H', version: 1 },
  });
  expect(view()).toBe(before);
  await session.receive({ type: 'makePayload', request: 4, kind: 'url', values: { a: 'b' } });
  expect(lastState()).toMatchObject({ tab: 'make', symbols: [{ text: 'url:b' }] });
});

it('names the field that is wrong, and keeps what is shown', async () => {
  actions.encodePayload.mockResolvedValue({
    text: '',
    secret: false,
    error: { code: 'field-missing', message: 'missing', data: { field: 'ssid' } },
  });
  const before = view();
  await session.receive({ type: 'makePayload', request: 5, kind: 'wifi', values: {} });
  expect(sent.at(-1)).toEqual({ type: 'capacity', request: 5, capacity: { error: 'missing', field: 'ssid' } });
  expect(view()).toBe(before);
});

it('makes everything again with other choices, and hands them to every way out', async () => {
  const other = { ...options, mask: 3, marginModules: 2 };
  await session.receive({ type: 'changeOptions', options: other });
  expect(actions.encode).toHaveBeenLastCalledWith([{ text: 'a' }, { text: '' }], 'H', false, other);
  expect(lastState()).toMatchObject({ options: other, saved: { options: other } });
  await session.receive({ type: 'copyAs', view: view(), index: 0, format: 'markdown' });
  await session.receive({ type: 'insertImage', view: view(), index: 0 });
  await session.receive({ type: 'saveAll', view: view(), format: 'pdf' });
  await session.receive({ type: 'sheetAll', view: view(), format: 'html' });
  await session.receive({ type: 'needPng', view: view(), index: 0, request: 9 });
  expect(actions.copyAs.mock.calls[0]!.slice(1)).toEqual(['markdown', other]);
  expect(actions.insertImage.mock.calls[0]![1]).toEqual(other);
  expect(actions.saveAll.mock.calls[0]![0]).toHaveLength(1);
  expect(actions.saveSheet.mock.calls[0]!.slice(1)).toEqual(['html', other]);
  expect(sent.at(-1)).toEqual({ type: 'png', request: 9, bytes: new Uint8Array([1, 2]) });
  expect(notices()).toEqual(['done', 'done', 'done']);
});

it('divides a text that is too long over a set, and another level divides it anew', async () => {
  await show('long', 'b');
  expect(lastState().symbols[0]).toMatchObject({ splittable: true });
  await session.receive({ type: 'split', view: view(), index: 0 });
  expect(lastState().symbols.map(({ text, part }) => text + (part ? `${part.index}/${part.count}` : ''))).toEqual([
    'l0/4',
    'o1/4',
    'n2/4',
    'g3/4',
    'b',
  ]);
  expect(lastState().saved.symbols).toMatchObject([
    { text: 'long', split: true },
    { text: 'b', split: false },
  ]);
  expect(lastState().symbols[0]).toMatchObject({ wantedLevel: 'L' });
  await session.receive({ type: 'changeOptions', options: { ...options, marginModules: 6 } });
  expect(actions.encodeSet.mock.calls.map(([, level]) => level)).toEqual([undefined, undefined]);
  actions.encodeSet.mockImplementation(async (_text, level) => parts(['lo', 'ng'], level!));
  await session.receive({ type: 'changeLevel', view: view(), index: 2, level: 'L' });
  expect(lastState().symbols.map(({ text, wantedLevel }) => text + wantedLevel)).toEqual(['loL', 'ngL', 'bH']);
});

it('keeps a level of the settings, or of a card, when it divides a text', async () => {
  platform.level = () => 'M';
  await show('long');
  await session.receive({ type: 'split', view: view(), index: 0 });
  platform.level = () => 'H';
  await show('long');
  await session.receive({ type: 'changeLevel', view: view(), index: 0, level: 'H' });
  await session.receive({ type: 'split', view: view(), index: 0 });
  expect(actions.encodeSet.mock.calls.map(([, level]) => level)).toEqual(['M', 'H']);
});

it('says why a set has its level', async () => {
  actions.encodeSet.mockImplementation(async () =>
    parts(['lo', 'ng'], 'L').map((item) => ({ ...item, atH: { count: 5, size: 177 } })),
  );
  await show('long');
  await session.receive({ type: 'split', view: view(), index: 0 });
  expect(lastState().symbols.map(({ atH }) => atH?.count)).toEqual([5, 5]);
});

it('opens the form of what a text is, with its values', async () => {
  const values = { url: 'https://example.org' };
  actions.encode.mockResolvedValue([
    encoded('x', { recognised: { kind: 'url', values, label: 'Web address', bare: false } }),
  ]);
  await show('x');
  expect(lastState().symbols[0]).toMatchObject({ kind: { label: 'Web address', bare: false } });
  await session.receive({ type: 'editAsForm', view: view(), index: 0 });
  expect(sent.at(-1)).toEqual({ type: 'fillForm', kind: 'url', values });
});
