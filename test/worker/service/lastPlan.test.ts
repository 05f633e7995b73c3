/** The same source is planned once, another one anew. */
import { expect, it, vi } from 'vitest';
import type { BatchSource } from '../../../src/worker/protocol/batch';
import { lastPlan } from '../../../src/worker/service/lastPlan';

it('makes a plan for each source, however often it is asked for', () => {
  const make = vi.fn((source: BatchSource) => ({ source }));
  const plan = lastPlan(make);
  const bytes = (text: string) => new TextEncoder().encode(text);
  const source: BatchSource = { content: bytes('a,b\n1,2'), table: true, namePattern: '{n}' };
  const first = plan(source);
  expect(plan({ ...source, content: bytes('a,b\n1,2') })).toBe(first);
  expect(make).toHaveBeenCalledTimes(1);
  for (const other of [
    { column: 'b' },
    { table: false },
    { namePattern: '{text}' },
    { content: bytes('a,b\n1,3') },
    { content: 'a,b\n1,2' },
  ]) {
    plan({ ...source, ...other });
    plan({ ...source, ...other });
  }
  expect(make).toHaveBeenCalledTimes(6);
});
