/**
 * Tells the operation log of work that failed, by its code; what the user cancelled is told only where
 * files went before.
 */
import { endedBy } from './endedBy';
import type { Operation, Operations } from './operations';

/**
 * @param draft what was to be done, as far as it is known once it failed
 * @throws what `work` throws, once it is told
 */
export async function failureTold<T>(
  { note }: Pick<Operations, 'note'>,
  draft: () => Pick<Operation, 'op' | 'target' | 'detail'>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { result, detail: code } = endedBy(error);
    const { detail, ...rest } = draft();
    if (result === 'failed' || Number(detail?.files ?? 0) > 0)
      note({ ...rest, result, detail: { ...detail, ...code } });
    throw error;
  }
}
