/** Answers a custom request, with the types of its method. */
import { CancellationToken, type Connection } from 'vscode-languageserver';
import type { Method } from '../protocol/methods';

type Answer<Params, Result> = (params: Params, cancel: CancellationToken) => Result | Promise<Result>;

/**
 * A client that has no token may leave it out or send null in its place: both mean that nothing is
 * cancelled.
 */
export function onMethod<Params extends object, Result>(
  connection: Pick<Connection, 'onRequest'>,
  { method }: Method<Params, Result>,
  answer: Answer<Params, Result>,
): void {
  connection.onRequest<unknown, void>(method, (...sent: unknown[]) => {
    const params =
      sent.find((value) => typeof value === 'object' && value !== null && !CancellationToken.is(value)) ?? {};
    return answer(params as Params, sent.findLast(CancellationToken.is) ?? CancellationToken.None);
  });
}
