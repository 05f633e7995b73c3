/** The rows that somebody may attest, those first that only people can answer and nobody has. */
import { deciderOf } from '../checklist/deciderOf';
import { rows } from '../checklist/rows';
import type { ConfigFile } from '../config';
import { isOver } from './remarks';

/**
 * `open`: only people can answer it, and nobody has. `files`: files answer it where there are any.
 * `attested`: an attestation holds. `expired`: one held.
 */
export type AttestableState = 'expired' | 'open' | 'files' | 'attested';

export interface AttestableRow {
  row: string;
  state: AttestableState;
  /** The last day of the attestation. */
  until?: string;
}

const ORDER: readonly AttestableState[] = ['expired', 'open', 'files', 'attested'];

/** @param today ISO date */
export function attestableRows({ attestations = [] }: ConfigFile, today: string): AttestableRow[] {
  const all = Object.keys(rows).flatMap((row): AttestableRow[] => {
    const decider = deciderOf(row);
    if (decider === 'nobody') return [];
    const own = attestations.filter((each) => each.for === row);
    const held = own.find(({ until }) => !isOver(until, today)) ?? own.at(-1);
    if (!held) return [{ row, state: decider === 'people' ? 'open' : 'files' }];
    const { until } = held;
    return [{ row, state: isOver(until, today) ? 'expired' : 'attested', ...(until !== undefined && { until }) }];
  });
  return ORDER.flatMap((state) => all.filter((each) => each.state === state));
}
