/**
 * Operations that come again and again while somebody types or waits are one line: the last of
 * them, with how many there were.
 */
import type { Dated } from '../../audit/entry';

const PAUSE_MS = 2000;
const MAX_MS = 10_000;

interface Held {
  draft: Dated;
  times: number;
  since: number;
  timer: ReturnType<typeof setTimeout>;
}

export function together(write: (draft: Dated) => void) {
  const held = new Map<string, Held>();
  const release = (name: string) => {
    const { draft, times, timer } = held.get(name)!;
    clearTimeout(timer);
    held.delete(name);
    write(times > 1 ? { ...draft, detail: { ...draft.detail, times } } : draft);
  };
  return {
    hold(name: string, draft: Dated): void {
      const before = held.get(name);
      if (before) clearTimeout(before.timer);
      const since = before?.since ?? Date.now();
      const rest = Math.max(0, Math.min(PAUSE_MS, since + MAX_MS - Date.now()));
      held.set(name, {
        draft,
        times: (before?.times ?? 0) + 1,
        since,
        timer: setTimeout(() => release(name), rest),
      });
    },
    releaseAll(): void {
      for (const name of [...held.keys()]) release(name);
    },
  };
}
