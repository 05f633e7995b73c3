/** Who can say whether a row of the checklist is met. */
import { contextRows, peoplesRows } from './peoplesRows';

/** `people`: wholly or in part; `nobody`: the row asks for nothing by itself. */
export type Decider = 'people' | 'files' | 'nobody';

/** @param row one that there is */
export function deciderOf(row: string): Decider {
  if (row in peoplesRows) return 'people';
  return row in contextRows ? 'nobody' : 'files';
}
