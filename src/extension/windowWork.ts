/**
 * What a window that ends must not lose in silence: files that are being written, which it waits
 * for, and work that takes longer, which the next window of the workspace tells of.
 */
import type * as vscode from 'vscode';
import { writeWhole } from './writeWhole';

/** Begun and not ended. */
export interface Unfinished {
  /** As the user knows it. */
  name: string;
  /** The folder or file that it goes into, likewise. */
  place: string;
  /** How much of it is done, of how much. */
  done: number;
  count: number;
}

export const WORKS = ['batch', 'sheet', 'report'] as const;
export type Work = (typeof WORKS)[number];
export const keyOf = (work: Work): string => `unfinished.${work}`;

export interface FileWriter {
  /**
   * Whole or not at all. Once the window ends, nothing is begun any more, and whoever waits for it
   * ends with the window.
   */
  write(uri: vscode.Uri, bytes: Uint8Array): Promise<void>;
}

export interface WindowWork extends FileWriter {
  /** Passes on what `act` answers or throws; it tells how much is done. */
  during<T>(
    work: Work,
    begun: Omit<Unfinished, 'done'>,
    act: (tell: (done: number) => void) => PromiseLike<T>,
  ): Promise<T>;
  /** The window ends: waits for the files that are being written. */
  end(): Promise<void>;
}

export function windowWork(state: vscode.Memento): WindowWork {
  const writing = new Set<Promise<void>>();
  let isOver = false;
  const keep = (work: Work, unfinished?: Unfinished) => {
    if (!isOver) void state.update(keyOf(work), unfinished);
  };
  return {
    async write(uri, bytes) {
      if (isOver) return new Promise(() => {});
      const mine = writeWhole(uri, bytes);
      writing.add(mine);
      try {
        await mine;
      } finally {
        writing.delete(mine);
      }
    },
    async during(work, begun, act) {
      keep(work, { ...begun, done: 0 });
      try {
        return await act((done) => keep(work, { ...begun, done }));
      } finally {
        keep(work);
      }
    },
    async end() {
      isOver = true;
      await Promise.allSettled(writing);
    },
  };
}
