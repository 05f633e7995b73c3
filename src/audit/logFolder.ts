/** The folder of the operation log: one a user, whichever program writes; what lies in it. */
import type { LogSystem } from './logSystem';

/** Nobody else reads or writes. */
const FOLDER_MODE = 0o700;

/** `audit-2026-11-001.jsonl`: month by UTC, and part. */
const NAME = /^audit-(\d{4}-\d{2})-(\d{3,6})\.jsonl$/;

export const HEAD_NAME = 'head.json';
export const MISSED_NAME = 'missed.json';
export const LOCK_NAME = 'lock';

export interface LogFile {
  name: string;
  month: string;
  part: number;
}

/** Files with lines, in the order of the chain. */
export const logFiles = (folder: string, { readdirSync }: Pick<LogSystem, 'readdirSync'>): LogFile[] =>
  readdirSync(folder)
    .flatMap((name) => {
      const [, month, part] = NAME.exec(name) ?? [];
      return month === undefined ? [] : [{ name, month, part: Number(part) }];
    })
    .sort((a, b) => (a.month === b.month ? a.part - b.part : a.month < b.month ? -1 : 1));

export const logFileName = (month: string, part: number): string =>
  `audit-${month}-${String(part).padStart(3, '0')}.jsonl`;

/** Beside a file: the ends that killed writers left in it. */
export const tornName = (name: string): string => `${name}.torn`;

/**
 * Makes the folder where there is none.
 * @throws an Error with code EFOREIGN for a folder that is a link or another user's
 */
export function ownFolder(folder: string, { mkdirSync, lstatSync }: LogSystem): void {
  mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
  const stat = lstatSync(folder);
  const me = process.getuid?.();
  if (!stat.isDirectory() || (me !== undefined && me !== 0 && stat.uid !== me))
    throw Object.assign(new Error(`${folder} is not a folder of this user`), { code: 'EFOREIGN' });
}
