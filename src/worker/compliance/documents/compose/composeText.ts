/**
 * The text of a scalar in a compose file with compose's own variables filled in, and the way back
 * to its source.
 */
import { interpolate } from '../../model/interpolate';
import type { Place } from '../../model/value';
import { type Excerpt, rewritten } from '../text/excerpt';
import { scalarExcerpt } from '../yaml/yamlExcerpt';

/** Two braces deep. */
const VARIABLE = /\$\$|\$\{(?:[^{}]|\{[^{}]*\})*\}|\$[A-Za-z_]\w*/g;

/** Defaults count, everything else is unknown: what a `.env` holds is not written here. */
export function composeText(text: string, place: Place): Excerpt {
  const inner = scalarExcerpt(text, { place });
  // Lines that are folded cannot lose a word: what is left of the line would mean something else.
  const write = (added: string) => (text[place.start] === '>' ? undefined : inner.write(added.replaceAll('$', '$$$$')));
  return rewritten(inner, VARIABLE, ([whole]) => interpolate(whole, () => undefined, '$$'), write);
}
