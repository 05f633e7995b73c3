/** What the thread of the operation log was sent and has not said to be done with. */
import { addMissed } from '../../audit/addMissed';
import type { LogRequest } from '../../audit/logRequests';

export type Sent = Exclude<LogRequest, { type: 'ask' | 'alive' }>;
type Opened = Extract<Sent, { type: 'open' }>;

/** More are not kept while no thread takes them. */
const MAX_KEPT = 1000;

/** @param opened where a new thread is to begin */
export function sentRequests(opened: Opened) {
  /** Which log the oldest of the rest is for. */
  let first = opened;
  const rest: Sent[] = [];
  let undone = 0;
  /** The oldest, where it is none that opens; counts what is not kept. */
  const take = (): Sent => {
    const oldest = rest.shift()!;
    if (oldest.type === 'open') first = oldest;
    else undone--;
    return oldest;
  };
  return {
    add(request: Sent): void {
      rest.push(request);
      if (request.type !== 'open') undone++;
    },
    done(count: number): void {
      const { missed: _, ...told } = first;
      first = told;
      for (let left = count; left > 0 && rest.length > 0; ) if (take().type !== 'open') left--;
    },
    /** Leaves out the oldest of what is more than a window may keep; they are told as missing. */
    bound(code: string): void {
      while (undone > MAX_KEPT) {
        const left = take();
        if (left.type === 'append') first = { ...first, missed: addMissed(first.missed, left.drafts, code) };
      }
    },
    /** For a new thread, in their order. */
    all: (): Sent[] => [first, ...rest],
    undone: () => undone,
  };
}
