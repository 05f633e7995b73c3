/** Operations are told when they have ended, and how. */
import { expect, it } from 'vitest';
import { notedWork } from '../../../src/extension/audit/notedWork';

const draft = { op: 'report', target: 'file:///w/r.pdf' } as const;
async function noted(work: () => Promise<number | undefined>) {
  const all: object[] = [];
  const told = (made: number) => ({ detail: { made } });
  const end = await notedWork({ note: (operation) => void all.push(operation) }, draft, work, told).catch(String);
  return { all, end };
}
const ms = expect.any(Number);

it('is told what came of it', async () => {
  expect(await noted(async () => 3)).toEqual({ end: 3, all: [{ ...draft, ms, result: 'ok', detail: { made: 3 } }] });
});

it('is told when it was cancelled, or failed, which is thrown on', async () => {
  expect(await noted(async () => undefined)).toEqual({ end: undefined, all: [{ ...draft, ms, result: 'cancelled' }] });
  const failing = (error: object) =>
    noted(async () => {
      throw Object.assign(new Error('no room'), error);
    });
  expect(await failing({ code: 'NoPermissions' })).toEqual({
    end: 'Error: no room',
    all: [{ ...draft, ms, result: 'failed', detail: { code: 'NoPermissions' } }],
  });
  expect((await failing({ code: -32800 })).all).toMatchObject([{ result: 'cancelled', detail: { code: -32800 } }]);
  expect((await failing({ name: 'Canceled' })).all).toMatchObject([{ result: 'cancelled' }]);
});
