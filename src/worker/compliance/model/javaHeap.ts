/**
 * The largest Java heap that a container's variables or command ask for: a memory limit must lie
 * above it.
 */
import { once } from '../once';
import type { Container, EnvironmentEntry } from './container';
import { parseMemory } from './limit';

const MAX_HEAP = /(?:^|[\s"'=])-Xmx(\d+[kmgt]?)\b/gi;

/** In bytes; 0 for none. */
export function javaHeap({
  environment,
  command,
  entrypoint,
}: Pick<Container, 'environment' | 'command' | 'entrypoint'>): number {
  return Math.max(heapIn(environment), ...[...command, ...entrypoint].map(({ resolved }) => largestHeap(resolved)));
}

const heapIn = once((environment: readonly EnvironmentEntry[]): number =>
  environment.reduce((most, { value }) => Math.max(most, largestHeap(value?.resolved ?? '')), 0),
);

const largestHeap = (text: string): number =>
  [...text.slice(0, 5000).matchAll(MAX_HEAP)].reduce((most, [, size]) => Math.max(most, parseMemory(size!) ?? 0), 0);
