import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_DROPPED_BYTES, type PanelMessage, parsePanelMessage } from '../../../src/extension/panel/contract';
import { defaultMakeOptions } from '../../../src/extension/panel/makeOptions';
import { parseSavedState } from '../../../src/extension/panel/savedFields';

const nothing = { crop: null, corners: null, degrees: 0, invert: false, brightness: 0, contrast: 0, threshold: 0 };

const good: PanelMessage[] = [
  { type: 'keepTools', key: '1.0', open: true, ...nothing, contrast: 40 },
  { type: 'begin', with: 'samplePicture' },
  { type: 'loaded', view: 0 },
  { type: 'changeLevel', view: 1, index: 0, level: 'M' },
  { type: 'save', view: 1, index: 3, format: 'svg' },
  { type: 'copyAs', view: 1, index: 3, format: 'svg' },
  { type: 'madeText', view: 1, index: 3, action: 'copy' },
  { type: 'readText', view: 2, picture: 0, symbol: 4, action: 'open' },
  { type: 'needPicture', view: 2, picture: 0 },
  {
    type: 'readAgain',
    key: '1.0',
    request: 1,
    harder: false,
    otherCodes: true,
    crop: { x: 0, y: 1.5, width: 10, height: 20 },
    corners: [
      [-1, 0],
      [9, 0],
      [9, 9],
      [0, 9],
    ],
    degrees: -90,
    invert: true,
    brightness: 10,
    contrast: -100,
    threshold: 0,
  },
  { type: 'cancelReading', key: '1.0' },
  { type: 'decodeDropped', name: 'a.png', bytes: new Uint8Array([1, 2]) },
  { type: 'needForms' },
  { type: 'needCapacity', request: 1, kind: 'wifi', values: { ssid: 'a' } },
  { type: 'makePayload', request: 2, kind: 'url', values: {} },
  { type: 'switchTab', tab: 'read' },
  { type: 'changeOptions', options: { ...defaultMakeOptions, version: 40, mask: 0, eci: true, dark: '#00AAff' } },
  { type: 'split', view: 1, index: 0 },
  { type: 'saveAll', view: 1, format: 'jpeg' },
  { type: 'sheetAll', view: 1, format: 'html' },
  { type: 'needPng', view: 1, index: 0, request: 1 },
  { type: 'insertImage', view: 1, index: 0 },
  { type: 'needLook', view: 1, index: 0 },
  { type: 'pickLogo' },
  { type: 'setText', view: 2, set: 0, action: 'open' },
  { type: 'needSetBytes', view: 2, set: 0 },
  {
    type: 'changeOptions',
    options: {
      ...defaultMakeOptions,
      modules: 'dots',
      finders: 'circle',
      logo: { name: 'a.png', png: 'AAA=', percent: 20 },
    },
  },
  { type: 'editAsForm', view: 1, index: 0 },
  { type: 'follow', on: false },
  { type: 'folderChoose', folder: 1, filter: 'a', sort: null, descending: false },
  { type: 'leave' },
  { type: 'batchChoose', column: 'a', kind: '', pattern: '{n}' },
  { type: 'batchRun', format: 'svg', column: 'a', kind: '', pattern: '{n}' },
  { type: 'batchSheet', format: 'html', column: '', kind: 'wifi', pattern: '{n}' },
  { type: 'batchCancel' },
  { type: 'batchReport' },
];

describe('parsePanelMessage', () => {
  it.each(good)('takes $type', (message) => {
    expect(parsePanelMessage(message)).toEqual(message);
    expect(parsePanelMessage(structuredClone(message))).not.toBe(message);
  });

  it.each([
    null,
    undefined,
    'save',
    42,
    [],
    {},
    { type: 'toString' },
    { type: '__proto__' },
    { type: 'hasOwnProperty', view: 1 },
    { type: 'save', view: 1, index: -1, format: 'png' },
    { type: 'save', view: 1, index: 1.5, format: 'png' },
    { type: 'save', view: 1, index: Number.NaN, format: 'png' },
    { type: 'save', view: 1, index: '1', format: 'png' },
    { type: 'save', view: 1, index: 1, format: 'exe' },
    { type: 'save', view: 1, index: 1 },
    { type: 'save', view: 1, index: 1, format: 'png', path: '/etc/passwd' },
    { type: 'readText', view: 1, picture: 0, symbol: 0, action: 'run' },
    { type: 'decodeDropped', name: 'x'.repeat(261), bytes: new Uint8Array() },
    { type: 'decodeDropped', name: 'x', bytes: [1, 2] },
    { type: 'changeOptions', options: {} },
    { type: 'changeOptions', options: { ...defaultMakeOptions, modules: 'stars' } },
    { type: 'changeOptions', options: { ...defaultMakeOptions, logo: { name: 'a', png: '<svg>', percent: 20 } } },
    {
      type: 'changeOptions',
      options: { ...defaultMakeOptions, logo: { name: 'a', png: 'A'.repeat(400_001), percent: 20 } },
    },
    { type: 'changeOptions', options: { ...defaultMakeOptions, logo: { name: 'a', png: 'AAAA', percent: 90 } } },
    { type: 'changeOptions', options: { ...defaultMakeOptions, version: 41 } },
    { type: 'changeOptions', options: { ...defaultMakeOptions, dark: 'red' } },
    { type: 'changeOptions', options: { ...defaultMakeOptions, scale: 5 } },
    { type: 'follow', on: 1 },
    { type: 'needCapacity', request: 1, kind: 'wifi', values: [] },
    { type: 'needCapacity', request: 1, kind: 'wifi', values: new Uint8Array() },
    { type: 'needCapacity', request: 1, kind: 'wifi', values: { ssid: 1 } },
  ])('refuses %j', (value) => {
    expect(parsePanelMessage(value)).toBeUndefined();
  });

  it('refuses a dropped picture past the limit', () => {
    const type = 'decodeDropped';
    expect(parsePanelMessage({ type, name: 'x', bytes: new Uint8Array(MAX_DROPPED_BYTES + 1) }) === undefined).toBe(
      true,
    );
  });

  it('refuses a good message with any one field spoilt, and never throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...good),
        fc.nat(),
        fc.anything({ withNullPrototype: true, withTypedArray: true }),
        (message, pick, junk) => {
          const names = Object.keys(message);
          const name = names[pick % names.length]!;
          const spoilt = { ...message, [name]: junk };
          const parsed = parsePanelMessage(spoilt);
          if (parsed) expect(parsed).toEqual(spoilt);
          expect(parsePanelMessage({ ...message, extra: junk })).toBeUndefined();
        },
      ),
    );
  });

  it('never throws on anything, and keeps nothing it was not asked for', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const parsed = parsePanelMessage(value);
        if (parsed) expect(good.map(({ type }) => type)).toContain(parsed.type);
      }),
    );
  });
});

describe('parseSavedState', () => {
  const symbol = { text: 'a', level: 'H', exact: false, split: true };
  const state = {
    version: 1,
    tab: 'read',
    symbols: [symbol],
    options: defaultMakeOptions,
    pictures: [{ uri: 'file:///a.png', tools: { open: true, ...nothing } }],
    folder: { name: 'a', roots: ['file:///a'], choice: { filter: 'x', sort: 'kind', descending: true } },
  };

  it('takes what it once gave', () => {
    expect(parseSavedState(state)).toEqual(state);
  });

  it.each([
    undefined,
    { ...state, version: 2 },
    { ...state, symbols: {} },
    { ...state, symbols: [{ ...symbol, level: 'X' }] },
    { ...state, options: undefined },
    { ...state, symbols: [{ ...symbol, password: 'x' }] },
    { ...state, pictures: [1] },
    { ...state, pictures: Array(201).fill({ uri: 'file:///a', tools: null }) },
    { ...state, pictures: [{ uri: 'file:///a', tools: { ...nothing, open: true, password: 'x' } }] },
    { ...state, symbols: Array(3) },
    { ...state, folder: undefined },
    { ...state, folder: { ...state.folder, rows: [] } },
    { ...state, folder: { ...state.folder, choice: { ...state.folder.choice, sort: 'size' } } },
  ])('refuses %j', (value) => {
    expect(parseSavedState(value)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        parseSavedState(value);
        parseSavedState({ ...state, symbols: value });
      }),
    );
  });
});
