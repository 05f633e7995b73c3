/** How long a layer keeps records, from a program's handler to the store at the end. */
import type { Edit, Place } from './value';

/** Days that six calendar months have at least and at most, whichever they are. */
export const SIX_MONTHS = { least: 180, most: 184 };

export interface LogRetention {
  /** What keeps them. */
  layer: 'logrotate' | 'journald' | 'loki' | 'elasticsearch' | 'python';
  /** Where what decides is written. */
  place: Place;
  /** What decides, as the file says it: `weekly × 4`. */
  written: string;
  /**
   * Whole days that are kept at least; infinite: age deletes nothing; undefined: a size bounds
   * them, and how long that is, the files do not tell.
   */
  days: number | undefined;
  /** In memory: what is kept goes with the next start. */
  isVolatile?: boolean;
  /** Written, but nothing deletes by it as long as another setting is not on. */
  isIdle?: boolean;
  /** Set aside by what another file of the same layer says (a drop-in). */
  isOverridable?: boolean;
  /** Rewrites so that as many days are kept. */
  raise?(days: number): Edit[] | undefined;
}
