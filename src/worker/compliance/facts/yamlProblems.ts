/** What of a YAML text was not understood: told as its other problems are. */
import type { Problem } from './facts';

type Told = Omit<Problem, 'word'> & Partial<Pick<Problem, 'word'>>;

/** A line that a template engine takes for itself: what is left of the text is no YAML. */
const OF_ENGINE = /^[ \t]*(?:<%|\{%|\{\{[-#/^])/m;

/**
 * Up to 40 characters of the text stand for it where it has no word of its own. A template has
 * none: what its engine makes of it is YAML.
 */
export const yamlProblems = (text: string, problems: readonly Told[]): Problem[] =>
  (problems.length > 0 && OF_ENGINE.test(text) ? [] : problems).map(({ word, ...problem }) => {
    const { start, end } = problem.place;
    return { ...problem, word: word ?? text.slice(start, Math.min(end, start + 40)) };
  });
