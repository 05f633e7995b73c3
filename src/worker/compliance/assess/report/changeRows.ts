/** What is said of each change since an earlier report, whatever the format. */
import type { Assessment, Change } from '../../../protocol/assessment';

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

/** @returns none where nothing was compared */
export const changeRows = ({ changes, findings, objects }: Assessment): ChangeRow[] =>
  (changes?.all ?? []).map((change) => {
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
