/** The shape of one step of the ladder. */
import type { Search } from '../search';

/** One try at reading what is left of a picture. Adds what it reads to the search. */
export interface Attempt {
  /** Stands in the answer, beside each symbol that it read. */
  name: string;
  run(search: Search): void;
}
