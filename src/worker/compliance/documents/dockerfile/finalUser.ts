/** The USER that holds when the target of a Dockerfile starts. */
import { interpolate } from '../../model/interpolate';
import { textValue, type Value } from '../../model/value';
import { once } from '../../once';
import { unquote } from './dockerWords';
import { scopeOf } from './scopes';
import type { Dockerfile } from './stages';

/** The last one of the shipped chain. */
export const finalUser = once((file: Dockerfile): Value | undefined => {
  for (const stage of file.chain) {
    const instruction = stage.instructions.findLast((i) => i.keyword === 'USER');
    const word = instruction?.words[0];
    if (!instruction || !word) continue;
    const resolved = interpolate(unquote(word.text), scopeOf(file, stage, instruction), '\\');
    return textValue(word.text, resolved, word.place, instruction.place);
  }
  return undefined;
});
