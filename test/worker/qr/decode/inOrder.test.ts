import { expect, it } from 'vitest';
import { inOrder } from '../../../../src/worker/qr/decode/inOrder';

it('tells results in the order of the list, each as soon as those before it are there', async () => {
  const told: string[] = [];
  const begun: number[] = [];
  const release: (() => void)[] = [];
  const all = inOrder([0, 1, 2, 3], {
    lanes: 2,
    work(item) {
      begun.push(item);
      return new Promise<{ name: string }>((resolve, reject) => {
        release[item] = () => (item === 2 ? reject(new Error('two')) : resolve({ name: `${item}` }));
      });
    },
    failed: (error) => ({ name: (error as Error).message }),
    emit: ({ name }, index) => told.push(`${index} ${name}`),
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  expect(begun).toEqual([0, 1]);
  release[1]!();
  await settle();
  expect([begun, told]).toEqual([[0, 1, 2], []]);
  release[0]!();
  await settle();
  expect([begun, told]).toEqual([
    [0, 1, 2, 3],
    ['0 0', '1 1'],
  ]);
  release[3]!();
  release[2]!();
  await all;
  expect(told).toEqual(['0 0', '1 1', '2 two', '3 3']);
});
