/** What is said of each change since an earlier report, whatever the format. */
import { type Assessment, type Change, type ChangeState, changeStates } from '../../../protocol/assessment';

export interface ChangeRow {
  change: Change;
  message: string;
  /** Undefined: it belongs to none. */
  object: NonNullable<Change['before']>['object'];
  /** `path:line` in the earlier report; empty for new findings. */
  placeBefore: string;
  /** `path:line`; empty for repaired findings. */
  placeNow: string;
}

interface ChangeRows {
  rows: ChangeRow[];
  /** How many of a state are counted only. */
  left: Map<ChangeState, number>;
}

/**
 * @param most of each state, where there are more in all than that of every state
 * @returns no rows where nothing was compared
 */
export function changeRows({ changes, findings, objects }: Assessment, most: number): ChangeRows {
  const all = changes?.all ?? [];
  const isShort = all.length > most * changeStates.length;
  const seen = new Map<ChangeState, number>();
  const left = new Map<ChangeState, number>();
  const listed = all.filter(({ state }) => {
    const before = seen.get(state) ?? 0;
    seen.set(state, before + 1);
    if (!isShort || before < most) return true;
    left.set(state, before + 1 - most);
    return false;
  });
  const rows = listed.map((change): ChangeRow => {
    const { before, after } = change;
    const now = after === undefined ? undefined : findings[after]!;
    return {
      change,
      message: before?.message ?? now?.message ?? '',
      object: before?.object ?? (now?.object === undefined ? undefined : objects[now.object]),
      placeBefore: before ? `${before.path}:${before.line}` : '',
      placeNow: now ? `${now.path}:${now.line}` : '',
    };
  });
  return { rows, left };
}
