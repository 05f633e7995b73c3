/** The variables that an ARG or ENV instruction declares, each with its place. */
import type { Place } from '../../model/value';
import type { DockerInstruction } from './dockerfile';
import { placeIn } from './mappedText';

export interface DockerVariable {
  name: string;
  namePlace: Place;
  /** As written, quotes and variables included; undefined for an ARG without default. */
  raw: string | undefined;
  /** Name and value. */
  place: Place;
}

/**
 * `ARG a b=c`, `ENV a=b c=d`, the old `ENV a b`, and what ONBUILD triggers; empty for other
 * instructions.
 */
export function variablesOf(uri: string, instruction: DockerInstruction): DockerVariable[] {
  const { keyword, words, args } = instruction.trigger ?? instruction;
  if (keyword !== 'ARG' && keyword !== 'ENV') return [];
  const [first] = words;
  if (keyword === 'ENV' && first && !first.text.includes('=')) {
    const end = args.text.trimEnd().length;
    return [
      {
        name: first.text,
        namePlace: first.place,
        raw: args.text.slice(first.text.length, end).trim(),
        place: placeIn(args, uri, 0, end),
      },
    ];
  }
  return words.map(({ text, place }) => {
    const equals = text.indexOf('=');
    const name = equals < 0 ? text : text.slice(0, equals);
    const namePlace = { ...place, end: Math.min(place.end, place.start + name.length) };
    return { name, namePlace, raw: equals < 0 ? undefined : text.slice(equals + 1), place };
  });
}
