/** What is kept for the thread of the log while there is none. */
import { expect, it } from 'vitest';
import type { LogRequest } from '../../../src/audit/logRequests';
import { sentRequests } from '../../../src/extension/audit/sentRequests';
import { writer } from '../../audit/logKit';

const open = (folder: string) => ({ type: 'open', folder, writer }) as const;
const append = (at: number): Extract<LogRequest, { type: 'append' }> => ({
  type: 'append',
  drafts: [{ op: 'make', result: 'ok', at, offsetMinutes: 0 }],
});

it('begins with the log that the oldest of them is for', () => {
  const sent = sentRequests(open('a'));
  for (const request of [append(1), append(2), open('b'), append(3), { type: 'off', by: 'x' } as const])
    sent.add(request);
  sent.done(1);
  expect(sent.all()).toEqual([open('a'), append(2), open('b'), append(3), { type: 'off', by: 'x' }]);
  sent.done(2);
  expect(sent.all()).toEqual([open('b'), { type: 'off', by: 'x' }]);
  expect(sent.undone()).toBe(1);
  sent.done(1);
  expect([sent.all(), sent.undone()]).toEqual([[open('b')], 0]);
});

it('keeps so many, and counts the others', () => {
  const sent = sentRequests(open('a'));
  for (let at = 0; at < 1200; at++) sent.add(append(at));
  sent.bound('ETHREAD');
  expect(sent.undone()).toBe(1000);
  const [first, second] = sent.all();
  const missed = { count: 200, from: '1970-01-01T00:00:00.000Z', to: '1970-01-01T00:00:00.199Z', code: 'ETHREAD' };
  expect([first, second]).toEqual([{ ...open('a'), missed }, append(200)]);
  sent.done(1);
  expect(sent.all()[0]).toEqual(open('a'));
});
