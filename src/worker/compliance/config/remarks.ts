/** What is worth a word in a configuration though nothing in it is wrong. */

import type { Locale } from '../../protocol/finding';
import { isOver } from '../../protocol/isOver';
import { deciderOf } from '../checklist/deciderOf';
import { contextRows } from '../checklist/peoplesRows';
import { rows } from '../checklist/rows';
import type { ConfigFile, StatedAttestation } from '../config';
import type { ConfigProblem } from './problem';

const holds = ({ on, until }: StatedAttestation, today: string): boolean => on <= today && !isOver(until, today);

/** Entries whose time is over, or is still to come: they have no effect. */
export function untimely({ waivers = [], attestations = [] }: ConfigFile, today: string): ConfigProblem[] {
  const held = new Set(attestations.flatMap((each) => (holds(each, today) ? [each.for] : [])));
  return [
    ...waivers.flatMap(({ until, place }): ConfigProblem[] =>
      isOver(until, today) && place ? [{ place, code: 'expired', word: until! }] : [],
    ),
    ...attestations.flatMap(({ for: about, on, until, at }): ConfigProblem[] => {
      if (on > today) return [{ place: at.on, code: 'future', word: on }];
      // Another one may have taken its place.
      if (!isOver(until, today) || held.has(about)) return [];
      return [{ place: at.entry, code: 'over', word: until!, known: [about] }];
    }),
  ];
}

/** Attestations for rows that files answer, or that ask for nothing. */
export const needless = ({ attestations = [] }: ConfigFile, locale: Locale): ConfigProblem[] =>
  attestations.flatMap(({ for: word, at }): ConfigProblem[] => {
    const decider = word in rows ? deciderOf(word) : 'people';
    if (decider === 'people') return [];
    if (decider === 'files') return [{ place: at.for, code: 'shown', word }];
    return [{ place: at.for, code: 'nothing', word, known: [contextRows[word]![locale]] }];
  });
