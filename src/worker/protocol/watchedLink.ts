/**
 * Notices a thread that hangs while it owes an answer. What may take long runs in threads below it,
 * each with a deadline of its own (decode pool, lint threads); the thread itself always has time to
 * say that it lives.
 */
import type { MessageLink } from './messagePort';
import { silenceWatch } from './silenceWatch';

const ASKED = 'alive?';
const ALIVE = 'alive';

/** The thread's own end: says that it lives when it is asked. */
export const answersWatch = (link: MessageLink): MessageLink => ({
  ...link,
  onMessage: (listener) => link.onMessage((message) => (message === ASKED ? link.send(ALIVE, []) : listener(message))),
});

/**
 * The same link, which also closes when the thread hangs: it may never exit, for instance in a call
 * of the system. A thread that owes nothing is not asked, and nobody waits for it.
 * @param hung told once, before it closes
 * @param everyMs between two looks
 */
export function watchedLink(link: MessageLink, hung: () => void, everyMs?: number): MessageLink {
  /** Ids of requests. */
  const owed = new Set<unknown>();
  const closers: (() => void)[] = [];
  let isOver = false;

  const close = () => {
    if (isOver) return;
    isOver = true;
    watch.rest();
    for (const closed of closers) closed();
  };
  const watch = silenceWatch(
    () => link.send(ASKED, []),
    () => {
      hung();
      close();
    },
    everyMs,
  );
  link.onClose(close);
  return {
    send(message, transfer) {
      link.send(message, transfer);
      const { id, method } = message as { id?: unknown; method?: unknown };
      if (isOver || id === undefined || method === undefined) return;
      owed.add(id);
      watch.owes();
    },
    onMessage: (listener) =>
      link.onMessage((message) => {
        if (isOver) return;
        watch.heard();
        if (message === ALIVE) return;
        const { id, method } = message as { id?: unknown; method?: unknown };
        if (method === undefined && owed.delete(id) && owed.size === 0) watch.rest();
        listener(message);
      }),
    onClose: (listener) => void closers.push(listener),
  };
}
