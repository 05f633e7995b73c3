/** Every attempt reads, by itself, a picture that the engine alone does not. */
import { expect, it } from 'vitest';
import { attempts, workOf } from '../../../../../src/worker/qr/decode/attempts';
import { take } from '../../../../../src/worker/qr/decode/attempts/engine';
import { createSearch } from '../../../../../src/worker/qr/decode/search';
import { drawSymbol } from '../drawSymbol';
import { testEngine } from '../engine';
import { type DegradationName, degradations } from '../provingGround/degradations';
import { seeded } from '../provingGround/random';

/** Two kinds of damage one after the other, and their strength. */
const needs: Record<string, readonly [DegradationName, DegradationName, number]> = {
  'grid-located': ['rotation', 'bend', 0.5],
  denoise: ['perspective', 'noise', 0.25],
  'local-128': ['perspective', 'rotation', 0.5],
  'gamma-0.5': ['mirrored', 'perspective', 0.5],
  'gamma-2': ['perspective', 'unevenLight', 0.5],
  'local-8': ['blur', 'glare', 0.5],
  'squash-y': ['rotation', 'noise', 0.5],
  'blur-2': ['perspective', 'occlusion', 0.5],
  'equalise-16': ['motion', 'lowContrast', 0.75],
  'equalise-8': ['bend', 'tinyModules', 0.25],
  'rotate-67': ['blur', 'bend', 0.25],
  'local-128-0': ['perspective', 'lowContrast', 0.5],
  'grid-finders': ['rotation', 'noise', 0.75],
  'grid-finders-coarse': ['rotation', 'glare', 0.25],
  'grid-finders-fine': ['rotation', 'glare', 0.75],
  'grid-finders-large': ['bend', 'blur', 0.5],
};

/**
 * What is for symbols without a quiet zone, seen from far aside, rolled or blurred has a test of its
 * own.
 */
const OWN_TEST = ['grid-rings', 'grid-narrow', 'grid-steep', 'grid-rolled', 'unblurred'];

const all = [
  ...new Map(
    Object.values(attempts)
      .flatMap(({ slow }) => slow)
      .map((attempt) => [attempt.name, attempt]),
  ).values(),
].filter(({ name }) => !OWN_TEST.includes(name));

it('is known for every attempt', () => {
  expect(all.map(({ name }) => name).sort()).toEqual(Object.keys(needs).sort());
});

it.each(all)('$name', async ({ name, run }) => {
  const { zxing } = await testEngine();
  const [one, other, strength] = needs[name]!;
  const random = seeded(1);
  const drawn = drawSymbol('proof', { version: 3, errorCorrectionLevel: 'Q', scale: 6 });
  const gray = degradations[other](degradations[one](drawn, strength, random), strength, random);
  const search = createSearch(gray, zxing, workOf('thorough', gray));
  take(
    search,
    zxing.readGray(gray.data, gray.width, gray.height, { formats: ['QRCodeModel2'], returnErrors: true }),
    'engine',
  );
  expect(search.symbols).toEqual([]);
  run.call({ name, run }, search);
  expect(search.symbols.map(({ text, attempt, version, level }) => ({ text, attempt, version, level }))).toEqual([
    { text: 'proof', attempt: name, version: 3, level: 'Q' },
  ]);
});
