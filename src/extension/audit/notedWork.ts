/** Tells the operation log how a piece of work ended: only then is it known. */
import { endedBy } from './endedBy';
import type { Operation, Operations } from './operations';

type Told = Pick<Operation, 'content' | 'detail'> & Partial<Pick<Operation, 'result'>>;

/**
 * @param work answers undefined where the user cancelled it
 * @param told what came of it: `result` where it is not `ok`
 * @throws what `work` throws, once it is told
 */
export async function notedWork<T>(
  { note }: Pick<Operations, 'note'>,
  draft: Pick<Operation, 'op' | 'target'>,
  work: () => Promise<T | undefined>,
  told: (made: T) => Told | Promise<Told>,
): Promise<T | undefined> {
  const start = performance.now();
  const end = (ended: Told & Pick<Operation, 'result'>) => note({ ...draft, ms: performance.now() - start, ...ended });
  let made: T | undefined;
  try {
    made = await work();
  } catch (error) {
    end(endedBy(error));
    throw error;
  }
  end(made === undefined ? { result: 'cancelled' } : { result: 'ok', ...(await told(made)) });
  return made;
}
