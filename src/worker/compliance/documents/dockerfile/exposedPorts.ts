/** The ports that a Dockerfile announces. */
import type { PortRange } from '../../model/container';
import { interpolate } from '../../model/interpolate';
import { parsePortRange } from '../../model/port';
import type { Place } from '../../model/value';
import { once } from '../../once';
import { unquote } from './dockerWords';
import { scopeOf } from './scopes';
import type { Dockerfile } from './stages';

export interface ExposedPort {
  place: Place;
  /** Undefined when a variable hides it. */
  range: PortRange | undefined;
}

/** Of the target and the stages it builds on. */
export const exposedPorts = once((file: Dockerfile): readonly ExposedPort[] =>
  file.chain.flatMap((stage) =>
    stage.instructions.flatMap((instruction) => {
      if (instruction.keyword !== 'EXPOSE') return [];
      return instruction.words.map(({ text, place }): ExposedPort => {
        const resolved = text.includes('$') ? interpolate(text, scopeOf(file, stage, instruction), '\\') : text;
        return { place, range: parsePortRange(unquote(resolved).split('/', 1)[0]!) };
      });
    }),
  ),
);
