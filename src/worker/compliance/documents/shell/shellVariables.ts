/** The variables that a command sets, each with its value's place. */
import { UNKNOWN } from '../../model/value';
import type { Span } from '../text/excerpt';
import type { ShellCommand, ShellWord } from './shellTypes';

export interface ShellVariable {
  name: string;
  /** Undefined when part of it is not known. */
  known: string | undefined;
  /** The value, its quotes included when `whole`. */
  place: Span;
  /** The value stands alone behind `=`: another may be written there. */
  whole: boolean;
}

const EXPORTING = new Set(['export', 'declare', 'typeset', 'readonly', 'local', 'setx', 'set']);

/** They hold for what follows, not for this command alone. */
export const outlive = ({ words }: ShellCommand): boolean => words.length === 0 || EXPORTING.has(words[0]!.resolved);

/**
 * `NAME=value`, `NAME=value command`, `export NAME=value`, `env NAME=value command`; a value out of
 * a variable is left out.
 */
export function variablesSet({ words, wrappers, assignments }: ShellCommand): ShellVariable[] {
  const direct = assignments.flatMap(({ name, value, append, end }): ShellVariable[] => {
    if (!value || append || value.indirect) return [];
    const wrapped = wrappers.some((w) => w.start <= value.start && value.end <= w.end && w.quoted);
    const place = wrapped ? { start: value.start, end: value.end } : { start: value.placeOf(-1, 0).end, end };
    return [{ name, known: value.known, place, whole: !wrapped }];
  });
  return EXPORTING.has(words[0]?.resolved ?? '') ? [...direct, ...words.slice(1).flatMap(variableIn)] : direct;
}

/** A word of the form `NAME=value`. */
export function variableIn(word: ShellWord): ShellVariable[] {
  const [front = '', name = ''] = /^([A-Za-z_]\w*)=/.exec(word.resolved) ?? [];
  if (name === '' || word.indirect) return [];
  const value = word.resolved.slice(front.length);
  const whole = word.raw.startsWith(front);
  const place = whole
    ? { start: word.placeOf(name.length, front.length).end, end: word.end }
    : word.placeOf(front.length, word.resolved.length);
  return [{ name, known: value.includes(UNKNOWN) ? undefined : value, place, whole }];
}
