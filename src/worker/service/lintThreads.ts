/**
 * Linting in a thread of its own, so that no text can stop the server: one document after the
 * other, each with a deadline. A thread that overruns it or dies is replaced; its document is
 * answered as not judged, and is not tried again before its text changes.
 *
 * The thread keeps what it was told of other files. After each answer it is compared with what is
 * known now; if the answer rests on something else, what is new is sent, and the document is judged
 * again. A document waits in the thread meanwhile, so that it always has something to do.
 */
import {
  type Judged,
  type Lint,
  type LintJob,
  type LintNews,
  notJudged,
  overran,
  setBounded,
  limitMs as usualLimitMs,
} from '../compliance/index';
import { isChangedFile } from '../protocol/changedFile';
import { fault } from '../protocol/errors';
import type { Thread } from '../protocol/thread';
import { visible } from '../text/visible';
import { type Asked, hardeningLater } from './hardeningLater';
import { likelyNeighbours } from './likelyNeighbours';
import { type ToldFiles, toldFiles } from './toldFiles';

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

interface Task extends Asked {
  settle(judged: Judged | undefined): void;
  fail(error: unknown): void;
  /** What it will ask for, as far as can be told. */
  asks: Iterable<string>;
  /** So far. */
  ms: number;
  rounds: number;
}

interface Slot {
  thread: LintThread;
  isReady: boolean;
  told: ToldFiles;
  /** Jobs that it was given, and those of them that it answered. */
  jobs: number;
  answers: number;
  /** What it has to do, in the order of the jobs: it works at the first. */
  posted: Task[];
  timer?: ReturnType<typeof setTimeout>;
}

/** One that it works at, and one that it has next: what is open would wait for more of them. */
const MAX_POSTED = 2;
/** What a thread may take to start on a machine that is busy with others. */
const START_MS = 60_000;
/** Files that lead from one to the next, or keep changing, are not run after for ever. */
const MAX_ROUNDS = 50;
/** Documents that are judged again and again, as those in an editor. */
const MAX_ASKED = 100;

export function lintThreads({ spawn, warn, limitMs = usualLimitMs }: Options): LintThreads {
  const waiting: Task[] = [];
  /** Whatever is not answered yet. */
  const unsettled = new Set<Task>();
  /** What the last answers rested on, by document: it is looked at before the next is asked for. */
  const restedOn = new Map<string, ReadonlySet<string>>();
  const likely = likelyNeighbours();
  /** Texts that could not be judged, by address. */
  const refused = new Map<string, { text: string; reason: Error }>();
  let slot: Slot | undefined;
  let closed = false;

  const refusal = ({ document, context, ms }: Task, reason: Error): Judged => ({
    ...notJudged(document, reason, context),
    ms,
  });

  function startSlot(): Slot {
    const started: Slot = { thread: spawn(), isReady: false, told: toldFiles(), jobs: 0, answers: 0, posted: [] };
    started.thread.onNews((news) => {
      if (started !== slot) return;
      if (news.kind === 'answer') answered(started, news);
      else {
        started.isReady = true;
        startDeadline(started);
      }
    });
    started.thread.onExit((error) => crashed(started, error));
    return started;
  }

  /**
   * Too little memory may have been left by the documents before: a document is to blame that was
   * the thread's first, and any other is the first of the next. A thread that is not the one that
   * was shipped judges nothing.
   */
  function crashed(old: Slot, error: unknown) {
    if (isChangedFile(error)) replace(old, error);
    else replace(old, old.answers === 0 ? fault('check-crashed') : undefined);
  }

  /**
   * Ends the thread. The document that it worked at is answered with the reason, or without one is
   * the next thread's first.
   */
  function replace(old: Slot, reason?: Error) {
    if (old !== slot) return;
    slot = undefined;
    clearTimeout(old.timer);
    old.thread.terminate();
    const task = reason && old.posted.shift();
    if (task) {
      const { uri, text } = task.document;
      const judged = refusal(task, reason);
      refused.set(uri, { text, reason });
      warn(`${visible(uri)}: ${judged.failed!.message}`);
      task.settle(judged);
    }
    waiting.unshift(...old.posted);
    feed();
  }

  function feed() {
    while (waiting.length > 0) {
      const open = waiting.findIndex(({ turn }) => turn.isOpen);
      // What is open may become obsolete while it waits: no thread keeps it waiting.
      if ((slot?.posted.length ?? 0) >= (open < 0 ? MAX_POSTED : 1)) return;
      const task = waiting.splice(Math.max(0, open), 1)[0]!;
      if (task.turn.isObsolete?.()) task.settle(undefined);
      else post((slot ??= startSlot()), task);
    }
  }

  function post(to: Slot, task: Task) {
    const { files, facts: _, rules: __, ...context } = task.context;
    const news = to.told.newsFor(++to.jobs, task.asks, files);
    to.thread.post({ document: task.document, context, news, ...(task.hardens && { hardens: true }) });
    to.posted.push(task);
    if (to.posted.length === 1) startDeadline(to);
  }

  /**
   * A document's time begins when the thread can work on it. An answer that came while this thread
   * was busy is heard first.
   */
  function startDeadline(running: Slot) {
    clearTimeout(running.timer);
    const [task] = running.posted;
    if (!task) return;
    const limit = limitMs(task.document.text);
    const ms = Math.max(0, limit - task.ms) + (running.isReady ? 0 : START_MS);
    const overrun = () => replace(running, overran(limit));
    running.timer = setTimeout(() => (running.timer = setTimeout(overrun, 0)), ms);
  }

  function answered(by: Slot, { result, ms, hardening }: LintNews & { kind: 'answer' }) {
    const task = by.posted.shift()!;
    const job = ++by.answers;
    const { files } = task.context;
    const { uri } = task.document;
    const { dependsOn, wanted, kind } = result;
    task.ms += ms;
    task.asks = dependsOn;
    setBounded(restedOn, uri, dependsOn, MAX_ASKED);
    if (kind && !result.failed) likely.learn(kind, uri, dependsOn);
    const isFinal = wanted.every(files.isKnown) && by.told.isCurrent(job, dependsOn, files);
    if (!isFinal && task.rounds++ < MAX_ROUNDS) enqueue(task);
    else {
      refused.delete(uri);
      task.settle({ ...result, ms: task.ms, ...(hardening && { hardening: () => hardening }) });
    }
    startDeadline(by);
    feed();
  }

  /** Once what it asks for is known; a document that was judged before comes first. */
  function enqueue(task: Task) {
    const { files } = task.context;
    const enter = () => {
      if (!unsettled.has(task)) return;
      waiting.splice(task.rounds > 0 ? 0 : waiting.length, 0, task);
      feed();
    };
    const missing = [...task.asks].filter((address) => !files.isKnown(address));
    if (missing.length === 0) enter();
    else Promise.all(missing.map(files.load)).then(enter, task.fail);
  }

  const ask = (asked: Asked) =>
    new Promise<Judged | undefined>((resolve, reject) => {
      const { uri, text, kind } = asked.document;
      const task: Task = {
        ...asked,
        settle: (judged) => void (unsettled.delete(task) && resolve(judged)),
        fail: (error) => void (unsettled.delete(task) && reject(error)),
        asks: restedOn.get(uri) ?? (kind ? likely.of(kind, uri) : []),
        ms: 0,
        rounds: 0,
      };
      const before = refused.get(uri);
      unsettled.add(task);
      if (closed) task.settle(refusal(task, fault('cancelled')));
      else if (before?.text === text) task.settle(refusal(task, before.reason));
      else enqueue(task);
    });

  return {
    lint: hardeningLater(ask),
    close() {
      closed = true;
      clearTimeout(slot?.timer);
      slot?.thread.terminate();
      slot = undefined;
      waiting.length = 0;
      for (const task of unsettled) task.settle(refusal(task, fault('cancelled')));
    },
  };
}
