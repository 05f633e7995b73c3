import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { MessageLink } from '../../../src/worker/protocol/messagePort';
import { answersWatch, watchedLink } from '../../../src/worker/protocol/watchedLink';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A thread that is played: `says` is a message of it, `sent` what it was sent; told what became of the watch. */
function played() {
  const sent: unknown[] = [];
  const heard: unknown[] = [];
  const told: string[] = [];
  let says!: (message: unknown) => void;
  let exits!: () => void;
  const link: MessageLink = {
    send: (message) => void sent.push(message),
    onMessage: (listener) => void (says = listener),
    onClose: (listener) => void (exits = listener),
  };
  const watched = watchedLink(link, () => told.push('hung'));
  watched.onMessage((message) => heard.push(message));
  watched.onClose(() => told.push('closed'));
  const ask = (id: number) => watched.send({ id, method: 'qr/encode' }, []);
  return { watched, ask, sent, heard, told, says, exits };
}
const answer = (id: number) => ({ id, result: null });
const ALIVE = 'alive';

it('ends a thread that says nothing for 65 s while it owes an answer', () => {
  const { ask, told } = played();
  ask(1);
  vi.advanceTimersByTime(64_999);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(told).toEqual(['hung', 'closed']);
  expect(vi.getTimerCount()).toBe(0);
});

it('leaves a thread that lives as much time as it wants', () => {
  const { ask, says, told, sent, heard } = played();
  ask(1);
  for (let minute = 0; minute < 120; minute++) {
    vi.advanceTimersByTime(59_000);
    says(ALIVE);
  }
  expect(told).toEqual([]);
  expect(heard).toEqual([]);
  expect(sent).toContain('alive?');
});

it('takes any message for a sign of life', () => {
  const { ask, says, told } = played();
  ask(1);
  for (let i = 0; i < 10; i++) {
    vi.advanceTimersByTime(59_000);
    says({ method: 'compliance/checked' });
  }
  expect(told).toEqual([]);
});

it('asks nothing of a thread that owes nothing, be it for requests or for notifications', () => {
  const { watched, ask, says, sent, told } = played();
  for (const id of [1, 2]) ask(id);
  says(answer(1));
  expect(vi.getTimerCount()).toBe(1);
  says(answer(2));
  watched.send({ method: 'textDocument/didOpen' }, []);
  // An answer to the thread's own question.
  watched.send({ id: 7, result: null }, []);
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(600_000);
  expect(sent).not.toContain('alive?');
  expect(told).toEqual([]);
});

it("takes the thread's own question for no answer", () => {
  const { ask, says } = played();
  ask(1);
  says({ id: 1, method: 'files/read' });
  expect(vi.getTimerCount()).toBe(1);
});

it('begins to count anew with the first request after a rest', () => {
  const { ask, says, told } = played();
  ask(1);
  vi.advanceTimersByTime(55_000);
  says(answer(1));
  vi.advanceTimersByTime(60_000);
  ask(2);
  vi.advanceTimersByTime(59_000);
  expect(told).toEqual([]);
});

it('goes by its own looks, not by the clock: a window that slept for a day finds a thread alive', () => {
  const { ask, says, told } = played();
  says(ALIVE);
  ask(1);
  vi.advanceTimersByTime(5000);
  // One look is late by a day; what the thread said meanwhile is heard after it.
  vi.setSystemTime(Date.now() + 86_400_000);
  vi.advanceTimersByTime(5000);
  says(ALIVE);
  vi.advanceTimersByTime(59_000);
  expect(told).toEqual([]);
});

it('closes once with the thread, and passes nothing on afterwards', () => {
  const { ask, says, exits, told, heard } = played();
  ask(1);
  exits();
  exits();
  says(answer(1));
  expect(told).toEqual(['closed']);
  expect(heard).toEqual([]);
  ask(2);
  expect(vi.getTimerCount()).toBe(0);
});

it('the other end answers the watch by itself, and passes all else on', () => {
  const sent: unknown[] = [];
  const heard: unknown[] = [];
  let says!: (message: unknown) => void;
  const link = answersWatch({
    send: (message) => void sent.push(message),
    onMessage: (listener) => void (says = listener),
    onClose: () => {},
  });
  link.onMessage((message) => heard.push(message));
  says('alive?');
  says(answer(1));
  expect([sent, heard]).toEqual([[ALIVE], [answer(1)]]);
});
