/** Work that failed is told by its code; what was cancelled, only with what went before. */
import { expect, it } from 'vitest';
import { failureTold } from '../../../src/extension/audit/failureTold';

const draft = { op: 'export', target: 'file:///w/a.csv', detail: { format: 'csv' } } as const;
async function told(error: object | undefined, detail: Record<string, string | number> = draft.detail) {
  const all: object[] = [];
  const work = async () => {
    if (error) throw Object.assign(new Error('no room'), error);
    return 3;
  };
  const note = (operation: object) => void all.push(operation);
  const end = await failureTold({ note }, () => ({ ...draft, detail }), work).catch(({ message }: Error) => message);
  return [end, ...all];
}

it('tells nothing of what goes well, or is cancelled before anything went', async () => {
  expect(await told(undefined)).toEqual([3]);
  expect(await told({ name: 'Canceled' })).toEqual(['no room']);
});

it('tells a failure by its code, and throws it on', async () => {
  const failed = (code: string) => ['no room', { ...draft, result: 'failed', detail: { format: 'csv', code } }];
  expect(await told({ code: 'NoSpace' })).toEqual(failed('NoSpace'));
  expect(await told({ name: 'RangeError' })).toEqual(failed('RangeError'));
});

it('tells how many files went before it was cancelled', async () => {
  const detail = { format: 'png', files: 2 };
  expect(await told({ name: 'Canceled' }, detail)).toEqual([
    'no room',
    { ...draft, result: 'cancelled', detail: { ...detail, code: 'Canceled' } },
  ]);
});
