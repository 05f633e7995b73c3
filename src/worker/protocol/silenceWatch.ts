/** Notices a thread that hangs while it owes an answer: it is asked, and says nothing for too long. */

/**
 * The watch counts its own looks and knows no clock: while the window is suspended or busy itself,
 * no look is taken. A minute of silence and more: on a machine that eight times as many want as it
 * has cores, a report of 5,000 files keeps the thread busy for half of that, and it has to load its
 * program at the start.
 */
const LOOKS = 13;
const EVERY_MS = 5000;

export interface SilenceWatch {
  /** It has something to answer: looked at from now on. */
  owes(): void;
  /** It said something, whatever it was. */
  heard(): void;
  /** It owes nothing, or is gone: not asked any more. */
  rest(): void;
}

/**
 * @param ask the thread for a sign of life; told at each look but the last
 * @param hung told once, after which the watch rests until the thread owes again
 * @param everyMs between two looks
 */
export function silenceWatch(ask: () => void, hung: () => void, everyMs = EVERY_MS): SilenceWatch {
  let timer: ReturnType<typeof setInterval> | undefined;
  let silent = 0;
  const rest = () => {
    clearInterval(timer);
    timer = undefined;
  };
  const look = () => {
    if (++silent < LOOKS) return ask();
    rest();
    hung();
  };
  return {
    owes() {
      if (timer) return;
      silent = 0;
      timer = setInterval(look, everyMs);
    },
    heard: () => void (silent = 0),
    rest,
  };
}
