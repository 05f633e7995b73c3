/** A small search in the plane: a disc of ways, then a finer look around the best. */

export interface Way {
  u: number;
  v: number;
}

const square = (step: number, most: number): Way[] => {
  const steps = Array.from({ length: 2 * Math.round(most / step) + 1 }, (_, i) => i * step - most);
  return steps.flatMap((u) => steps.map((v) => ({ u, v })));
};

/** The ways that are looked at: first all of a disc, then those around the best of them. */
export interface Ways {
  first: readonly Way[];
  around: readonly Way[];
}

/**
 * @param most how far it looks
 * @param step of the first look; the second's is half of it
 */
export const waysOf = (most: number, step: number): Ways => ({
  first: square(step, most).filter(({ u, v }) => Math.hypot(u, v) <= most),
  around: square(step / 2, step / 2),
});

/**
 * @param least what a way must be worth more than
 * @param worth of a way; may be told as 0 where it is not more than `least`
 */
export function bestWay(
  { first, around }: Ways,
  least: number,
  worth: (way: Way, least: number) => number,
): (Way & { worth: number }) | null {
  let best: (Way & { worth: number }) | null = null;
  const consider = (way: Way) => {
    const limit = best?.worth ?? least;
    const found = worth(way, limit);
    if (found > limit) best = { ...way, worth: found };
  };
  for (const way of first) consider(way);
  const middle = best as Way | null;
  if (middle) for (const { u, v } of around) consider({ u: middle.u + u, v: middle.v + v });
  return best;
}
