/**
 * The Batch tab's half of the session: what a table or a list would make, and its making in the
 * background.
 */
import type { BatchPiece, BatchPreview, SheetEntry } from '../../worker/protocol/batch';
import { filesInto } from '../out/filesInto';
import { batchPreview } from './batchPreview';
import type { BatchState } from './contract';
import type { MakeOptions } from './makeOptions';
import type { BatchWanted, Handlers, PartContext } from './panelParts';

/** Rows in one request: the batch can be ended between two. */
const PIECE = 25;
const PREVIEWED = 12;
const MAX_SHOWN_FAILURES = 100;

export interface BatchInput {
  content: Uint8Array | string;
  table: boolean;
}

type Answered = 'batchChoose' | 'batchRun' | 'batchSheet' | 'batchCancel' | 'batchReport';
type Failures = BatchPiece['failures'];
type Choices = Pick<BatchState, 'column' | 'kind' | 'pattern'>;

interface Batch {
  name: string;
  input: BatchInput;
  choices: Choices;
  kinds: BatchState['kinds'];
  plan: BatchPreview;
  error?: string;
  preview: BatchState['preview'];
  failures: Failures;
  running?: { done: number; count: number; cancelled: boolean };
}

const wantedOf = ({ content, table }: BatchInput, { column, kind, pattern }: Choices): BatchWanted => ({
  content,
  table,
  namePattern: pattern,
  ...(column && { column }),
  ...(kind && { kind }),
});

const isSame = (a: Choices, b: Choices): boolean =>
  a.column === b.column && a.kind === b.kind && a.pattern === b.pattern;

/** `show` brings the tab to the front before the page is drawn anew. */
export function batching(
  { actions, platform, send, notice, redraw }: PartContext,
  options: () => MakeOptions,
  show: () => void,
) {
  let batch: Batch | undefined;
  /** The plan that was asked for last, whether it has come or not. */
  let newest: { choices: Choices; done: Promise<unknown> } | undefined;

  const planned = async (name: string, input: BatchInput, choices: Choices): Promise<Batch> => {
    const kinds = input.table
      ? (await actions.forms()).map(({ kind, label }) => ({ kind, label: label[platform.locale] }))
      : [];
    const next: Batch = {
      name,
      input,
      choices,
      kinds,
      plan: { columns: batch?.plan.columns ?? [], count: 0, rows: [] },
      preview: [],
      failures: [],
    };
    try {
      next.plan = await actions.previewBatch(wantedOf(input, choices));
      const { likeliest, columns } = next.plan;
      next.choices = { ...choices, column: choices.column || (likeliest ?? columns[0] ?? '') };
      const wanted = wantedOf(input, next.choices);
      if (likeliest !== undefined && !choices.column) next.plan = await actions.previewBatch(wanted);
      const first = await actions.makePiece(wanted, 'svg', 0, PREVIEWED, platform.level(), options());
      next.preview = batchPreview(first);
      next.failures = next.plan.rows.flatMap(({ line, name, error }) => (error ? [{ line, name, error }] : []));
    } catch (error) {
      next.error = error instanceof Error ? error.message : String(error);
    }
    return next;
  };

  /** Plans, and shows the plan unless a newer one was asked for meanwhile. */
  const plan = async (name: string, input: BatchInput, choices: Choices, shown = () => {}): Promise<void> => {
    const coming = planned(name, input, choices);
    const mine = { choices, done: coming };
    newest = mine;
    const next = await coming;
    if (newest !== mine) return;
    batch = next;
    newest = { choices: next.choices, done: coming };
    shown();
    redraw();
  };
  const choose = async (choices: Choices): Promise<void> => {
    if (batch && !batch.running && !(newest && isSame(choices, newest.choices)))
      await plan(batch.name, batch.input, choices);
  };

  /** The plan of what was chosen last, however long it takes. */
  const latest = async (): Promise<Batch | undefined> => {
    for (let seen: unknown; seen !== newest; ) {
      seen = newest;
      await newest?.done;
    }
    return batch && !batch.running && batch.plan.count > 0 ? batch : undefined;
  };
  /**
   * Asks for the place, then takes what is shown by then; undefined when there is nothing to do.
   */
  const start = async <Place>(choices: Choices, ask: (name: string) => Promise<Place | undefined>) => {
    await choose(choices);
    const shown = await latest();
    const place = shown && (await ask(shown.name));
    const current = place && (await latest());
    return current && { current, place, chosen: options(), wanted: wantedOf(current.input, current.choices) };
  };

  /**
   * Asks for piece after piece; `take` keeps what was made of one and tells how many, `tell` how
   * many there are.
   */
  const run = async <P extends Pick<BatchPiece, 'failures' | 'next'>>(
    current: Batch,
    tell: (done: number) => void,
    piece: (from: number) => Promise<P>,
    take: (made: P) => Promise<number> | number,
  ) => {
    const running = { done: 0, count: current.plan.count, cancelled: false };
    Object.assign(current, { running, failures: [] });
    redraw();
    let saved = 0;
    let broken: { error: unknown } | undefined;
    const begin = performance.now();
    try {
      for (let from: number | undefined = 0; from !== undefined && !running.cancelled; ) {
        const made = await piece(from);
        const count = await take(made);
        saved += count;
        running.done += count + made.failures.length;
        current.failures.push(...made.failures);
        from = made.next;
        send({ type: 'batchProgress', done: running.done, count: running.count });
        tell(saved);
      }
    } catch (error) {
      broken = { error };
      throw error;
    } finally {
      const [failed, ms] = [current.failures.length, performance.now() - begin];
      actions.batchEnded({ made: saved, failed, cancelled: running.cancelled, ms, ...broken });
      current.running = undefined;
      if (batch === current) redraw();
    }
    return { saved, cancelled: running.cancelled };
  };

  const handlers: Handlers<Answered> = {
    batchChoose: ({ column, kind, pattern }) => choose({ column, kind, pattern }),
    async batchRun({ format, column, kind, pattern }) {
      actions.rememberFormat(format);
      const started = await start({ column, kind, pattern }, () => actions.batchFolder());
      if (!started) return;
      const { current, place: folder, chosen, wanted } = started;
      const begun = { name: current.name, place: folder.name, count: current.plan.count };
      const write = filesInto(folder, platform.notices.batchBroken);
      const { saved, cancelled } = await actions.during('batch', begun, (tell) =>
        run(
          current,
          tell,
          (from) => actions.makePiece(wanted, format, from, PIECE, platform.level(), chosen),
          ({ files }) => write(files),
        ),
      );
      const failed = current.failures.length;
      if (cancelled) notice('done', platform.notices.batchCancelled(saved));
      else notice(failed > 0 ? 'error' : 'done', platform.notices.batchDone(saved, failed, folder.name));
    },
    async batchSheet({ format, column, kind, pattern }) {
      const started = await start({ column, kind, pattern }, (name) => actions.sheetPlace(name, format));
      if (!started) return;
      const { current, place: file, chosen, wanted } = started;
      const entries: SheetEntry[] = [];
      const begun = { name: current.name, place: file.name, count: current.plan.count };
      const isWritten = await actions.during('sheet', begun, async (tell) => {
        const { cancelled } = await run(
          current,
          tell,
          (from) => actions.makeSymbols(wanted, from, PIECE, platform.level(), chosen),
          (made) => {
            entries.push(...made.entries);
            return made.entries.length;
          },
        );
        if (!cancelled) await file.write(await actions.sheet(current.name, entries, format, chosen));
        return !cancelled;
      });
      if (!isWritten) return notice('done', platform.notices.batchCancelled(0));
      const failed = current.failures.length;
      if (failed > 0) notice('error', platform.notices.sheetDone(entries.length, failed, file.name));
      else notice('done', platform.notices.saved(file.name));
    },
    batchCancel() {
      if (batch?.running) batch.running.cancelled = true;
    },
    async batchReport() {
      if (batch) await actions.openText(batch.failures.map(reportLine).join(''));
    },
  };

  return {
    handlers,
    async show(name: string, input: BatchInput): Promise<void> {
      if (batch?.running) batch.running.cancelled = true;
      batch = undefined;
      await plan(name, input, { column: '', kind: '', pattern: input.table ? '{n}-{text}' : '{text}' }, show);
    },
    /** Shows nothing, unless it is running: how far that came is still asked for. */
    clear(): void {
      if (!batch?.running) batch = undefined;
    },
    state: (): { batch?: BatchState } => (batch ? { batch: stateOf(batch) } : {}),
  };
}

const reportLine = ({ line, error }: Failures[number]): string => `${line},"${error.message.replaceAll('"', '""')}"\n`;

function stateOf({ name, choices, kinds, plan, error, preview, failures, running }: Batch): BatchState {
  return {
    name,
    columns: plan.columns,
    ...(plan.encoding !== undefined && { encoding: plan.encoding }),
    kinds,
    ...choices,
    ...(error !== undefined && { error }),
    count: plan.count,
    failures: failures.slice(0, MAX_SHOWN_FAILURES).map(({ line, error }) => ({ line, message: error.message })),
    failureCount: failures.length,
    preview,
    ...(running && { running: { done: running.done, count: running.count } }),
  };
}
