/**
 * Reads one of the shown pictures again: thoroughly, for other codes, or after it was changed by
 * tools. What was read before is never lost; the newest wish for a picture ends an older one.
 */
import type { DecodedPicture, DecodedSymbol, DecodeOptions } from '../../worker/protocol/picture';
import { HARDER_SECONDS, toolsOf } from '../../worker/protocol/pictureTools';
import { triedWords } from './attemptWords';
import type { ReadAgainOutcome } from './contract';
import { failureWords } from './failureWords';
import type { Handlers, PartContext } from './panelParts';
import type { ReadPicture } from './shown';

/** Longer side of the changed picture that the page shows, pixels. */
const CHANGED_SIDE = 640;

interface ReadPictures {
  /** Undefined when it is no longer shown. */
  find(key: string): ReadPicture | undefined;
  /** @throws Error when the picture cannot be had any more */
  bytesOf(picture: ReadPicture): Promise<Uint8Array | undefined>;
  /** Shows another answer for one of them. */
  replace(key: string, answer: DecodedPicture): Promise<void>;
}

export function retrying({ actions, platform, send }: PartContext, pictures: ReadPictures) {
  /** By the keys of their pictures. */
  const running = new Map<string, AbortController>();
  /** What was found is shown one after the other: each is added to what the one before left. */
  let replacing: Promise<unknown> = Promise.resolve();

  /** Ends an older reading of the same picture, and those of pictures that are no longer shown. */
  const begin = (key: string): AbortController => {
    for (const [other, run] of running) if (other === key || !pictures.find(other)) run.abort();
    const run = new AbortController();
    running.set(key, run);
    return run;
  };

  /** How many symbols are new; undefined when nobody waits for them any more. */
  const showMore = (key: string, answer: DecodedPicture, signal: AbortSignal): Promise<number | undefined> => {
    const shown = replacing.then(async () => {
      const now = pictures.find(key);
      if (signal.aborted || !now) return undefined;
      const more = newSymbols(now.picture, answer);
      if (more.length > 0) await pictures.replace(key, withMore(now.picture, answer, more));
      return signal.aborted ? undefined : more.length;
    });
    replacing = shown.catch(() => undefined);
    return shown;
  };

  const handlers: Handlers<'readAgain' | 'cancelReading'> = {
    async readAgain({ key, request, harder, otherCodes, ...choices }) {
      const entry = pictures.find(key);
      if (!entry) return;
      const run = begin(key);
      const { signal } = run;
      const tools = toolsOf(choices);
      const wanted: DecodeOptions = {
        ...(tools.length && { tools, changedSide: CHANGED_SIDE }),
        ...(otherCodes && { formats: 'all' }),
      };
      const ended = (outcome: ReadAgainOutcome) => send({ type: 'readAgain', key, request, ...outcome });
      const failed = (error: string) => ended({ found: 0, tried: [], cutOff: false, error });
      try {
        const bytes = await pictures.bytesOf(entry);
        if (signal.aborted) return;
        if (!bytes) return failed(platform.notices.pictureGone);
        const read = async (options: DecodeOptions): Promise<DecodedPicture | undefined> =>
          signal.aborted ? undefined : (await actions.decode([{ name: entry.name, bytes }], options, signal))[0];
        const isNothingNew = (answer: DecodedPicture): boolean =>
          !answer.error && newSymbols((pictures.find(key) ?? entry).picture, answer).length === 0;
        // The first look shows at once what the tools make of the picture.
        let answer = tools.length > 0 ? await read({ ...wanted, effort: 'fast' }) : undefined;
        if (signal.aborted) return;
        if (answer?.changed) send({ type: 'changedPicture', key, request, changed: answer.changed });
        if (harder) answer = await read({ ...wanted, effort: 'thorough', timeoutMs: HARDER_SECONDS * 1000 });
        else if (!answer || isNothingNew(answer)) answer = await read(wanted);
        const found = answer && (await showMore(key, answer, signal));
        if (!answer || found === undefined) return;
        const { error, cutOff } = answer;
        ended({
          found,
          tried: triedWords(answer.tried ?? []),
          cutOff: cutOff ?? false,
          ...(error && { error: error.message }),
        });
      } catch (error) {
        if (signal.aborted) return;
        failed(failureWords(error, platform.notices));
        throw error;
      } finally {
        if (running.get(key) === run) running.delete(key);
      }
    },
    cancelReading: ({ key }) => running.get(key)?.abort(),
  };
  return handlers;
}

/** Those that were not read before. */
function newSymbols(before: DecodedPicture, after: DecodedPicture): DecodedSymbol[] {
  return after.symbols.filter(
    (symbol) => !before.symbols.some((known) => areSame(known, symbol) && areNear(known, symbol)),
  );
}

/** The text may have been read anew in another character set. */
const areSame = (known: DecodedSymbol, symbol: DecodedSymbol): boolean =>
  known.text === symbol.text ||
  (known.bytes.length === symbol.bytes.length && known.bytes.every((byte, i) => byte === symbol.bytes[i]));

/** One stands where the other does. */
function areNear({ corners }: DecodedSymbol, other: DecodedSymbol): boolean {
  const [a, b] = [corners, other.corners].map((points) => ({
    x: points.reduce((sum, [x]) => sum + x, 0) / 4,
    y: points.reduce((sum, [, y]) => sum + y, 0) / 4,
    reach: Math.hypot(points[2][0] - points[0][0], points[2][1] - points[0][1]) / 2,
  })) as [Place, Place];
  return Math.hypot(a.x - b.x, a.y - b.y) < Math.max(a.reach, b.reach);
}

interface Place {
  x: number;
  y: number;
  /** Half of a diagonal. */
  reach: number;
}

function withMore(before: DecodedPicture, after: DecodedPicture, more: readonly DecodedSymbol[]): DecodedPicture {
  const { changed: _, ...answer } = after;
  const tried = [...new Set([...(before.tried ?? []), ...(after.tried ?? [])])];
  if (before.error) return { ...answer, tried };
  return { ...before, tried, symbols: [...before.symbols, ...more] };
}
