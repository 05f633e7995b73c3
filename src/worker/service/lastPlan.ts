/** A batch is asked for piece by piece, each time with its whole source: it is planned once. */
import type { BatchSource } from '../protocol/batch';

export function lastPlan<Plan>(make: (source: BatchSource) => Plan): (source: BatchSource) => Plan {
  let last: { source: BatchSource; plan: Plan } | undefined;
  return (source) => {
    if (!last || !isSame(last.source, source)) last = { source, plan: make(source) };
    return last.plan;
  };
}

const isSame = (a: BatchSource, b: BatchSource): boolean =>
  (['table', 'column', 'kind', 'namePattern'] as const).every((name) => a[name] === b[name]) &&
  isSameContent(a.content, b.content);

const isSameContent = (a: BatchSource['content'], b: BatchSource['content']): boolean =>
  typeof a === 'string' || typeof b === 'string'
    ? a === b
    : a.length === b.length && a.every((byte, i) => byte === b[i]);
