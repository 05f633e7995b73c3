/**
 * A line in the log for every request: its method, its time and its outcome, and nothing of what
 * was sent or answered.
 */
import { isCancelled } from './isCancelled';

type Method = string | { method: string };
type Next<Result> = (type: never, params: never, token: never) => Promise<Result>;

/** The middleware of a language client that all its requests pass. */
export const requestLog =
  (write: (line: string) => void) =>
  async <Result>(type: unknown, params: unknown, token: unknown, next: Next<Result>): Promise<Result> => {
    const method = typeof type === 'string' ? type : (type as Exclude<Method, string>).method;
    const start = performance.now();
    const tell = (outcome: string) => write(`${method}: ${outcome}, ${Math.round(performance.now() - start)} ms`);
    try {
      const result = await next(type as never, params as never, token as never);
      tell(outcomeOf(result));
      return result;
    } catch (error) {
      const { code, name } = error as { code?: number; name: string };
      tell(isCancelled(error) ? 'cancelled' : `failed (${code ?? name})`);
      throw error;
    }
  };

/** Errors that are values, by their codes: the sentences may quote what was sent. */
function outcomeOf(result: unknown): string {
  if (typeof result !== 'object' || result === null) return 'ok';
  const codes = Object.values(result)
    .flat()
    .concat(result)
    .flatMap((each: { error?: { code?: unknown } } | null) =>
      typeof each?.error?.code === 'string' ? [each.error.code] : [],
    );
  return codes.length > 0 ? [...new Set(codes)].join(', ') : 'ok';
}
