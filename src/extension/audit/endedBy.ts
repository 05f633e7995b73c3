/** What the operation log tells of work that ended by an error: its code, never its message. */
import { isCancelled } from '../isCancelled';
import type { Operation } from './operations';

export function endedBy(error: unknown): Pick<Operation, 'result' | 'detail'> {
  const { code, name = 'Error' } = error as { code?: string | number; name?: string };
  const told = code ?? name;
  return { result: isCancelled({ code: told }) ? 'cancelled' : 'failed', detail: { code: told } };
}
