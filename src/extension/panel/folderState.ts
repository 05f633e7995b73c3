/** What the page shows of a folder whose pictures are read: counts, and one row per code. */
import type { RowChoice } from './rowChoice';

/** A folder that is being read, or was. */
export interface FolderState {
  /** A new one for each reading: rows of an older one are dropped. */
  id: number;
  /** Of the folder, or of the workspace. */
  name: string;
  /** Pictures in all; absent while they are looked for. */
  count?: number;
  /** Pictures that were read so far. */
  done: number;
  codes: number;
  /** Pictures without a code, and those that could not be read. */
  without: number;
  failed: number;
  /** Pictures that have not changed since an earlier reading. */
  known: number;
  /** Seconds that the rest will take, once that can be said. */
  secondsLeft?: number;
  running: boolean;
  /** It was ended early: some pictures are missing. */
  cancelled: boolean;
  /** What a new page begins with. */
  choice: RowChoice;
}

/** One code, or a picture that gave none. */
export interface FolderRow {
  /** Number of the picture, in the order of the paths. */
  picture: number;
  /** Number of the code in its picture; absent where there is none. */
  symbol?: number;
  /** As the user knows it. */
  path: string;
  /**
   * At most `MAX_ROW_CHARACTERS` of it; nothing of a secret, nor of a part, which may hold
   * the end of one; why a picture was not read.
   */
  text: string;
  secret: boolean;
  /** In the user's language; empty where there is no code, or its kind cannot be told. */
  kind: string;
  result: 'code' | 'none' | 'failed';
  /** Structured append: number from 1, and how many. */
  part?: { number: number; count: number };
}
