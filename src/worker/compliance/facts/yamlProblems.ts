/** What of a YAML text was not understood: told as its other problems are. */
import type { Problem } from './facts';

type Told = Omit<Problem, 'word'> & Partial<Pick<Problem, 'word'>>;

/** Up to 40 characters of the text stand for it where it has no word of its own. */
export const yamlProblems = (text: string, problems: readonly Told[]): Problem[] =>
  problems.map(({ word, ...problem }) => {
    const { start, end } = problem.place;
    return { ...problem, word: word ?? text.slice(start, Math.min(end, start + 40)) };
  });
