/** A server that ends is started again, but not for ever; VS Code and the client are played. */
import { beforeEach, expect, it, vi } from 'vitest';

const { played } = vi.hoisted(() => ({
  played: { told: [] as string[], choice: undefined as string | undefined, done: [] as string[] },
}));
vi.mock('vscode-languageclient', () => ({
  CloseAction: { DoNotRestart: 1, Restart: 2 },
  ErrorAction: { Continue: 1, Shutdown: 2 },
}));
vi.mock('vscode', () => ({
  l10n: { t: (words: string, value: unknown) => words.replace('{0}', String(value)) },
  window: {
    showErrorMessage: async (text: string, ...buttons: string[]) => {
      played.told.push(text);
      return buttons.find((button) => button === played.choice);
    },
  },
  commands: { executeCommand: async (id: string) => void played.done.push(id) },
}));
const { serverEnds } = await import('../../src/extension/serverEnds');

const log = { show: () => played.done.push('log') } as never;
const [STOPS, RESTARTS] = [1, 2];
const MINUTE = 60_000;

beforeEach(() => {
  Object.assign(played, { told: [], choice: undefined, done: [] });
});

/** Action after each end, told how long after the one before. */
async function endsAfter(...waits: number[]): Promise<number[]> {
  let now = 0;
  const ends = serverEnds(log, () => now);
  const actions: number[] = [];
  for (const wait of waits) {
    now += wait;
    actions.push((await ends.closed()).action);
  }
  await new Promise((resolve) => setTimeout(resolve));
  return actions;
}

it('gives up at the fifth end within ten minutes, and says so', async () => {
  expect(await endsAfter(0, 1, 1, 1, 9 * MINUTE)).toEqual([RESTARTS, RESTARTS, RESTARTS, RESTARTS, STOPS]);
  expect(played.told).toEqual([
    'QR Code Master: the worker ended 5 times within ten minutes and is not started again. The log has the details.',
  ]);
  expect(played.done).toEqual([]);
});

it('starts again for ever what ends now and then', async () => {
  expect(await endsAfter(...Array(40).fill(2.6 * MINUTE))).toEqual(Array(40).fill(RESTARTS));
  expect(played.told).toEqual([]);
});

it.each([
  ['Restart Worker', 'qrCodeMaster.restartWorker'],
  ['Show Log', 'log'],
])('offers %s', async (choice, done) => {
  played.choice = choice;
  await endsAfter(0, 0, 0, 0, 0);
  expect(played.done).toEqual([done]);
});

it('passes over three errors of the connection', async () => {
  const { error } = serverEnds(log);
  const actions = [1, 3, 4, undefined].map((count) => error(new Error('x'), undefined, count));
  expect(await Promise.all(actions)).toEqual([{ action: 1 }, { action: 1 }, { action: 2 }, { action: 2 }]);
});
