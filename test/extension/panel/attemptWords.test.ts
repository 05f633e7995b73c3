import { expect, it } from 'vitest';
import { attemptWords, triedWords } from '../../../src/extension/panel/attemptWords';
import { toolStrings } from '../../../src/extension/panel/strings/toolStrings';
import { attempts } from '../../../src/worker/qr/decode/attempts';

it('has words for every attempt of the decoder, and for none that is not there', () => {
  const names = new Set(['engine']);
  for (const steps of Object.values(attempts))
    for (const { name } of [...steps.blind, ...steps.glances, ...steps.slow]) names.add(name);
  expect(Object.keys(attemptWords).sort()).toEqual([...names].sort());
});

it('says each way once, in the order of the attempts', () => {
  expect(triedWords(['engine', 'local-8', 'local-128', 'constructor', 'gamma-2'])).toEqual([
    'attemptPlain',
    'attemptLocal',
    'attemptDarker',
  ]);
  const words = toolStrings((english) => english);
  for (const key of triedWords(Object.keys(attemptWords))) expect(words[key]).toBeTruthy();
});
