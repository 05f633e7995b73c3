import { expect, it } from 'vitest';
import { withoutDuplicates } from '../../src/extension/withoutDuplicates';

const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 4 } }) as never;
const ours = [
  { range: at(1), data: { peers: ['DL3002', 'CKV_DOCKER_8'] } },
  { range: at(2), data: { peers: ['DL3002'] } },
  { range: at(3) },
];

it('hides a finding whose rule another linter reports on the same line', () => {
  const theirs = [{ range: at(1), code: { value: 'dl3002', target: {} as never }, source: 'hadolint' }];
  expect(withoutDuplicates(ours, theirs)).toEqual(ours.slice(1));
});

it('shows everything beside other findings, other lines and its own', () => {
  expect(withoutDuplicates(ours, [])).toEqual(ours);
  expect(withoutDuplicates(ours, [{ range: at(1), code: 'DL3008', source: 'hadolint' }])).toEqual(ours);
  expect(withoutDuplicates(ours, [{ range: at(1), code: 'DL3002', source: 'QR Code Master' }])).toEqual(ours);
  expect(withoutDuplicates(ours, [{ range: at(3), source: 'x' }])).toEqual(ours);
});
