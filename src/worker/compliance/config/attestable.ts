/** The rows that somebody may attest, those first that only people can answer and nobody has. */
import type { AttestableRow } from '../../protocol/attest';
import { isOver } from '../../protocol/isOver';
import { deciderOf } from '../checklist/deciderOf';
import { rows } from '../checklist/rows';
import type { ConfigFile } from '../config';

/** A row with what is attested of it. */
type Attested = Pick<AttestableRow, 'row' | 'state' | 'until'>;

const ORDER: readonly AttestableRow['state'][] = ['expired', 'open', 'files', 'attested'];

/** @param today ISO date */
export function attestableRows({ attestations = [] }: ConfigFile, today: string): Attested[] {
  const all = Object.keys(rows).flatMap((row): Attested[] => {
    const decider = deciderOf(row);
    if (decider === 'nobody') return [];
    const own = attestations.filter((each) => each.for === row);
    // One that is still to come answers nothing yet.
    const begun = own.filter(({ on }) => on <= today);
    const held = begun.find(({ until }) => !isOver(until, today)) ?? begun.at(-1);
    if (!held) return [{ row, state: decider === 'people' ? 'open' : 'files' }];
    const { until } = held;
    return [{ row, state: isOver(until, today) ? 'expired' : 'attested', ...(until !== undefined && { until }) }];
  });
  return ORDER.flatMap((state) => all.filter((each) => each.state === state));
}
