/** Reads `RUN --mount=type=cache,target=/x,…`. */
import type { Place } from '../../model/value';
import { valueIn } from '../../valueIn';
import type { DockerInstruction } from './dockerfile';

export interface DockerMount {
  type: string;
  /**
   * `target`, `source`, `from`, `mode` … as written; `dst` and `destination` are `target`, `src` is
   * `source`.
   */
  options: Map<string, { value: string; place: Place }>;
  place: Place;
}

const SAME: Record<string, string> = { dst: 'target', destination: 'target', src: 'source', ro: 'readonly' };

export function mountsOf({ flags }: DockerInstruction): DockerMount[] {
  if (flags.length === 0) return [];
  return flags.flatMap(({ name, value, place }): DockerMount[] => {
    if (name !== 'mount' || value === undefined) return [];
    const options: DockerMount['options'] = new Map();
    const end = place.end - (place.end - place.start - '--mount='.length - value.length) / 2;
    let at = end - value.length;
    for (const part of value.split(',')) {
      const equals = part.indexOf('=');
      const key = (equals < 0 ? part : part.slice(0, equals)).trim().toLowerCase();
      const text = equals < 0 ? '' : part.slice(equals + 1);
      options.set(valueIn(SAME, key) ?? key, {
        value: text,
        place: { ...place, start: at + part.length - text.length, end: at + part.length },
      });
      at += part.length + 1;
    }
    return [{ type: options.get('type')?.value ?? 'bind', options, place }];
  });
}

/**
 * Whether what is written below `path` stays out of the layer: a cache or tmpfs mount there or
 * above.
 */
export function keptOut(instruction: DockerInstruction, path: string): boolean {
  return mountsOf(instruction).some(({ type, options }) => {
    const target = options.get('target')?.value.replace(/\/$/, '');
    return (
      (type === 'cache' || type === 'tmpfs') &&
      target !== undefined &&
      (target === path || path.startsWith(`${target}/`))
    );
  });
}
