/** A panel that is closed forgets what it showed: what the next one begins with. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  actions,
  answer,
  kept,
  lastState,
  options,
  savedOf,
  session,
  show,
  startSession,
  startShowing,
} from './sessionKit';

beforeEach(startSession);

describe('closing', () => {
  const pending = () => {
    let finish = () => {};
    actions.encode.mockImplementationOnce(
      (sources) =>
        new Promise((resolve) => {
          finish = () => resolve(sources.map((source) => answer(source, 'H')));
        }),
    );
    return () => finish();
  };

  it('begins the next page empty, with the choices of the one before', async () => {
    await startShowing();
    const chosen = { ...options, marginModules: 6 };
    await session.receive({ type: 'changeOptions', options: chosen });
    await session.showBatch('a.csv', { content: 'a', table: false });
    session.close();
    expect(session.state()).toMatchObject({ tab: 'make', symbols: [], pictures: [], sets: [], options: chosen });
    expect(session.state().batch).toBeUndefined();
    expect(session.state().saved).toEqual(savedOf({ options: chosen }));
  });

  it('brings nothing back that was being made again, but shows what a command makes', async () => {
    await startShowing();
    const again = pending();
    const remade = session.receive({ type: 'changeOptions', options });
    session.close();
    again();
    await remade;
    expect(lastState().symbols).toEqual([]);
    const old = pending();
    const restored = session.restore(
      savedOf({ symbols: [kept('old')], pictures: [{ uri: 'file:///p.png', tools: null }] }),
    );
    session.close();
    old();
    await restored;
    expect(lastState()).toMatchObject({ symbols: [], pictures: [], busy: false });
    const first = pending();
    const made = show('new');
    session.close();
    first();
    await made;
    expect(lastState().symbols).toMatchObject([{ text: 'new' }]);
  });

  it('keeps a batch that is running', async () => {
    actions.previewBatch.mockResolvedValue({ columns: [], count: 1, rows: [] });
    await session.showBatch('a.txt', { content: 'a', table: false });
    actions.batchFolder.mockResolvedValue({ name: 'out', write: vi.fn() } as never);
    let finish = () => {};
    actions.makePiece.mockReturnValueOnce(
      new Promise((resolve) => {
        finish = () => resolve({ files: [], failures: [], count: 1 });
      }),
    );
    const choices = { column: '', kind: '', pattern: '{text}' };
    const ended = session.receive({ type: 'batchRun', format: 'png', ...choices });
    await vi.waitFor(() => expect(lastState().batch?.running).toBeDefined());
    session.close();
    expect(session.state()).toMatchObject({ tab: 'batch', batch: { name: 'a.txt' } });
    finish();
    await ended;
  });
});
