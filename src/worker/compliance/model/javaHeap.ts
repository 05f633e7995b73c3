/** The largest Java heap that a container's variables or command ask for: a memory limit must lie above it. */
import type { Container } from './container';
import { parseMemory } from './limit';

const MAX_HEAP = /(?:^|[\s"'=])-Xmx(\d+[kmgt]?)\b/gi;

/** In bytes; 0 for none. */
export function javaHeap({ environment, command, entrypoint }: Pick<Container, 'environment' | 'command' | 'entrypoint'>): number {
  const texts = [...environment.map((e) => e.value?.resolved ?? ''), ...[...command, ...entrypoint].map((v) => v.resolved)];
  return Math.max(0, ...texts.flatMap((text) => [...text.slice(0, 5000).matchAll(MAX_HEAP)].map((m) => parseMemory(m[1]!) ?? 0)));
}
