import { expect, it } from 'vitest';
import { concatenated, wholeExcerpt } from '../../../../../src/worker/compliance/documents/text/excerpt';

it('asks once how text is written into thousands of parts that are written alike', () => {
  let asked = 0;
  const write = (text: string) => {
    asked++;
    return text;
  };
  const parts = Array.from({ length: 1000 }, () => ({ ...wholeExcerpt('a'), write }));
  expect(concatenated(parts, '\n').write('b')).toBe('b');
  expect(asked).toBe(1);
});

it('writes only what every part takes as it is', () => {
  const quoted = { ...wholeExcerpt('a'), write: (text: string) => text.replaceAll("'", "''") };
  const whole = concatenated([wholeExcerpt('a'), quoted], '\n');
  expect(whole.write('b')).toBe('b');
  expect(whole.write("b'")).toBeUndefined();
});
