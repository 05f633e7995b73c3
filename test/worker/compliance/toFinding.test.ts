import { expect, it } from 'vitest';
import { linesOf } from '../../../src/worker/compliance/documents/text/lines';
import { toFix } from '../../../src/worker/compliance/toFinding';

const fix = (newText: string) =>
  toFix(
    { safe: true, title: 't', edits: [{ uri: 'f', start: 2, end: 4, newText }] },
    linesOf('a bc d'),
    'f',
    (key) => key,
  );

it('offers no fix that changes nothing', () => {
  expect(fix('bc')).toBeUndefined();
  expect(fix('x')?.edits).toHaveLength(1);
});
