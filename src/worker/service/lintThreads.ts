/**
 * Linting in a thread of its own, so that no text can stop the server: one document after the
 * other, each with a deadline. A thread that overruns it or dies is replaced; its document is
 * answered as not judged, and is not tried again before its text changes.
 *
 * The thread keeps what it was told of other files. After each answer it is compared with what is
 * known now; if the answer rests on something else, what is new is sent, and the document is judged
 * again.
 */
import {
  contentAt,
  type Judged,
  type KnownFile,
  type Lint,
  type LintContext,
  type LintDocument,
  type LintJob,
  type LintNews,
  type LintResult,
  notJudged,
  overran,
  setBounded,
  type Turn,
  limitMs as usualLimitMs,
} from '../compliance/index';
import { fault } from '../protocol/errors';
import type { Thread } from '../protocol/thread';
import { visible } from '../text/visible';

export type LintThread = Thread<LintJob, LintNews>;

export interface LintThreads {
  lint: Lint;
  /** What is left is answered as cancelled. */
  close(): void;
}

interface Options {
  spawn(): LintThread;
  /** Told once of each document that could not be judged; a line for the log. */
  warn(line: string): void;
  /** Of a document's own time, by its text. */
  limitMs?(text: string): number;
}

interface Task {
  document: LintDocument;
  context: LintContext;
  turn: Turn;
  resolve(judged: Judged | undefined): void;
  /** So far. */
  ms: number;
  rounds: number;
  /** A thread died of it. */
  isRetried?: boolean;
}

interface Slot {
  thread: LintThread;
  isReady: boolean;
  /** What the thread was told. */
  told: Map<string, KnownFile>;
  /** What the last answers rested on, by document: it is looked at before the next is asked for. */
  asked: Map<string, ReadonlySet<string>>;
  task?: Task;
  timer?: ReturnType<typeof setTimeout>;
}

/** What a thread may take to start on a machine that is busy with others. */
const START_MS = 60_000;
/** Files that keep changing meanwhile are not run after for ever. */
const MAX_ROUNDS = 50;
/** Documents that are judged again and again, as those in an editor. */
const MAX_ASKED = 100;

export function lintThreads({ spawn, warn, limitMs = usualLimitMs }: Options): LintThreads {
  const waiting: Task[] = [];
  /** Texts that could not be judged, by address. */
  const refused = new Map<string, { text: string; reason: Error }>();
  let slot: Slot | undefined;
  let closed = false;

  const refusal = ({ document, context, ms }: Task, reason: Error): Judged => ({
    ...notJudged(document, reason, context),
    ms,
  });

  function startSlot(): Slot {
    const started: Slot = { thread: spawn(), isReady: false, told: new Map(), asked: new Map() };
    started.thread.onNews((news) => {
      if (started !== slot) return;
      if (news.kind === 'answer') answered(started, news.result, news.ms);
      else {
        started.isReady = true;
        startDeadline(started);
      }
    });
    started.thread.onExit(() => crashed(started));
    return started;
  }

  /**
   * Too little memory may have been left by the documents before: a document has another try, in a
   * thread of its own.
   */
  function crashed(old: Slot) {
    const { task, asked } = old;
    const isToBlame = !task || task.isRetried || asked.size === 0;
    if (!isToBlame) task.isRetried = true;
    replace(old, isToBlame ? fault('check-crashed') : undefined);
  }

  /**
   * Ends the thread. Its document is answered with the reason, or without one is the next thread's
   * first.
   */
  function replace(old: Slot, reason?: Error) {
    if (old !== slot) return;
    slot = undefined;
    clearTimeout(old.timer);
    old.thread.terminate();
    const { task } = old;
    if (task && reason) {
      const { uri, text } = task.document;
      const judged = refusal(task, reason);
      refused.set(uri, { text, reason });
      warn(`${visible(uri)}: ${judged.failed!.message}`);
      task.resolve(judged);
    } else if (task) waiting.unshift(task);
    feed();
  }

  function feed() {
    while (waiting.length > 0 && !slot?.task) {
      const open = waiting.findIndex(({ turn }) => turn.isOpen);
      const task = waiting.splice(Math.max(0, open), 1)[0]!;
      if (task.turn.isObsolete?.()) task.resolve(undefined);
      else {
        slot ??= startSlot();
        slot.task = task;
        post(slot, task, newsFor(slot, task, slot.asked.get(task.document.uri) ?? []));
      }
    }
  }

  function post(to: Slot, { document, context }: Task, news: LintJob['news']) {
    const { files: _, facts: __, rules: ___, ...sent } = context;
    to.thread.post({ document, context: sent, news });
    startDeadline(to);
  }

  /**
   * A document's time begins when the thread can work on it. An answer that came while this thread
   * was busy is heard first.
   */
  function startDeadline(running: Slot) {
    clearTimeout(running.timer);
    if (!running.task) return;
    const limit = limitMs(running.task.document.text);
    const ms = Math.max(0, limit - running.task.ms) + (running.isReady ? 0 : START_MS);
    const overrun = () => replace(running, overran(limit));
    running.timer = setTimeout(() => (running.timer = setTimeout(overrun, 0)), ms);
  }

  function answered(by: Slot, result: LintResult, ms: number) {
    const task = by.task!;
    const { uri } = task.document;
    task.ms += ms;
    setBounded(by.asked, uri, result.dependsOn, MAX_ASKED);
    const news = newsFor(by, task, result.dependsOn);
    if (news.size > 0 && task.rounds++ < MAX_ROUNDS) return post(by, task, news);
    clearTimeout(by.timer);
    by.task = undefined;
    refused.delete(uri);
    task.resolve({ ...result, ms: task.ms });
    feed();
  }

  const lint: Lint = (document, context, turn = {}) =>
    new Promise((resolve) => {
      const task: Task = { document, context, turn, resolve, ms: 0, rounds: 0 };
      const before = refused.get(document.uri);
      if (closed) resolve(refusal(task, fault('cancelled')));
      else if (before?.text === document.text) resolve(refusal(task, before.reason));
      else {
        waiting.push(task);
        feed();
      }
    });

  return {
    lint,
    close() {
      closed = true;
      const left = [...(slot?.task ? [slot.task] : []), ...waiting.splice(0)];
      clearTimeout(slot?.timer);
      slot?.thread.terminate();
      slot = undefined;
      for (const task of left) task.resolve(refusal(task, fault('cancelled')));
    },
  };
}

/**
 * What the thread was not told of these addresses, or was told otherwise; from now on it counts as
 * told.
 */
function newsFor({ told }: Slot, { context: { files } }: Task, addresses: Iterable<string>): Map<string, KnownFile> {
  const news = new Map<string, KnownFile>();
  for (const address of addresses) {
    const content = contentAt(files, address);
    const isEditable = typeof content !== 'string' || (files.isEditable?.(address) ?? true);
    const { content: before, isEditable: wasEditable = true } = told.get(address) ?? {};
    if (before === content && wasEditable === isEditable) continue;
    news.set(address, { content, isEditable });
    told.set(address, { content, isEditable });
  }
  return news;
}
