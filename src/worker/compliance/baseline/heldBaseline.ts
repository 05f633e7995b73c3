/** The baseline that holds for a document, as far as it can be read. */
import { fault } from '../../protocol/errors';
import type { ConfigFile } from '../config';
import { resolveBeside } from '../files';
import { setBounded } from '../setBounded';
import { type Baseline, type BaselineEntry, MAX_BASELINE_MB } from './baseline';
import { readBaseline } from './readBaseline';

export interface BaselineText {
  uri: string;
  /** Null: it cannot be read. */
  text: string | null;
  /** The document's path from the baseline's folder, with forward slashes. */
  path: string;
}

export interface HeldBaseline extends BaselineText {
  /** Undefined where it is none, for the reason in `problem`. */
  baseline?: Baseline;
  problem?: Error;
  /** What it has of the document. */
  known: readonly BaselineEntry[];
}

interface Held {
  uri: string;
  path: string;
  config: Pick<ConfigFile, 'baseline'>;
}

/** The baseline that a configuration names; undefined: it names none. */
export async function baselineNamedBy(
  { uri, path, config: { baseline } }: Held,
  text: (uri: string) => Promise<string | null>,
): Promise<BaselineText | undefined> {
  const address = baseline && resolveBeside(uri, baseline.path);
  if (address === undefined) return undefined;
  return { uri: address, text: await text(address), path: pathBeside(baseline!.path, path) };
}

/** Both paths from one folder; `path` as it is seen from the folder of `from`. */
export function pathBeside(from: string, path: string): string {
  const folders = from.split('/').slice(0, -1);
  const parts = path.split('/');
  let same = 0;
  while (same < folders.length && same < parts.length - 1 && folders[same] === parts[same]) same++;
  return [...folders.slice(same).map(() => '..'), ...parts.slice(same)].join('/');
}

type Read = Pick<HeldBaseline, 'baseline' | 'problem'> & { byPath: ReadonlyMap<string, readonly BaselineEntry[]> };

/** A workspace has one, or one for each of its projects; the oldest go. */
const MAX_KEPT = 10;

/** As they were last read: all files of a workspace share one. */
const kept = new Map<string, Read & { text: string | null }>();

export function holdBaseline(written: BaselineText): HeldBaseline {
  const { uri, text, path } = written;
  let read = kept.get(uri);
  if (!read || read.text !== text) {
    read = { text, ...readIt(text) };
    setBounded(kept, uri, read, MAX_KEPT);
  }
  const { baseline, problem, byPath } = read;
  return { ...written, ...(baseline && { baseline }), ...(problem && { problem }), known: byPath.get(path) ?? [] };
}

function readIt(text: string | null): Read {
  const byPath = new Map<string, BaselineEntry[]>();
  try {
    if (text === null) throw fault('baseline-not-read', { mb: MAX_BASELINE_MB });
    const baseline = readBaseline(text);
    for (const entry of baseline.findings) {
      const same = byPath.get(entry.path);
      if (same) same.push(entry);
      else byPath.set(entry.path, [entry]);
    }
    return { baseline, byPath };
  } catch (error) {
    return { problem: error as Error, byPath };
  }
}
