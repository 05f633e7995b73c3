/** Findings of one rule, by their indexes in the assessment. */

export interface FindingsOfRule {
  /** Errors and warnings. */
  counted: number[];
  /** What only informs. */
  mild: number[];
  suppressed: number[];
}

export const noFindings = (): FindingsOfRule => ({ counted: [], mild: [], suppressed: [] });

export const everyFinding = ({ counted, mild, suppressed }: FindingsOfRule): number[] => [
  ...counted,
  ...mild,
  ...suppressed,
];
