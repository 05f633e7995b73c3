/**
 * Notices a thread that hangs while it owes an answer. What may take long runs in threads below it,
 * each with a deadline of its own (decode pool, lint threads); the thread itself always has time to
 * say that it lives.
 */
import type { MessageLink } from './messagePort';

const ASKED = 'alive?';
const ALIVE = 'alive';

/**
 * The watch counts its own looks and knows no clock: while the window is suspended or busy itself,
 * no look is taken. A minute of silence and more: on a machine that eight times as many want as it
 * has cores, a report of 5,000 files keeps the thread busy for half of that, and it has to load its
 * program at the start.
 */
const LOOKS = 13;
const EVERY_MS = 5000;

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
export function watchedLink(link: MessageLink, hung: () => void, everyMs = EVERY_MS): MessageLink {
  /** Ids of requests. */
  const owed = new Set<unknown>();
  const closers: (() => void)[] = [];
  let timer: ReturnType<typeof setInterval> | undefined;
  let silent = 0;
  let isOver = false;

  const rest = () => {
    clearInterval(timer);
    timer = undefined;
  };
  const close = () => {
    if (isOver) return;
    isOver = true;
    rest();
    for (const closed of closers) closed();
  };
  const look = () => {
    if (++silent < LOOKS) return link.send(ASKED, []);
    hung();
    close();
  };
  link.onClose(close);
  return {
    send(message, transfer) {
      link.send(message, transfer);
      const { id, method } = message as { id?: unknown; method?: unknown };
      if (isOver || id === undefined || method === undefined) return;
      owed.add(id);
      if (timer) return;
      silent = 0;
      timer = setInterval(look, everyMs);
    },
    onMessage: (listener) =>
      link.onMessage((message) => {
        if (isOver) return;
        silent = 0;
        if (message === ALIVE) return;
        const { id, method } = message as { id?: unknown; method?: unknown };
        if (method === undefined && owed.delete(id) && owed.size === 0) rest();
        listener(message);
      }),
    onClose: (listener) => void closers.push(listener),
  };
}
