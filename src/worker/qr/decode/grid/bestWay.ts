/** A small search in the plane: a disc of ways, then a finer look around the best. */

export interface Way {
  u: number;
  v: number;
}

const square = (step: number, most: number): Way[] => {
  const steps = Array.from({ length: 2 * Math.round(most / step) + 1 }, (_, i) => i * step - most);
  return steps.flatMap((u) => steps.map((v) => ({ u, v })));
};

/**
 * @param most how far it looks
 * @param step of the first look; the second's is half of it
 * @param least what a way must be worth more than
 * @param worth of a way; may be told as 0 where it is not more than `least`
 */
export function bestWay(
  most: number,
  step: number,
  least: number,
  worth: (way: Way, least: number) => number,
): (Way & { worth: number }) | null {
  let best: (Way & { worth: number }) | null = null;
  const consider = (way: Way) => {
    const limit = best?.worth ?? least;
    const found = worth(way, limit);
    if (found > limit) best = { ...way, worth: found };
  };
  for (const way of square(step, most)) if (Math.hypot(way.u, way.v) <= most) consider(way);
  const first = best as Way | null;
  if (first) for (const { u, v } of square(step / 2, step / 2)) consider({ u: first.u + u, v: first.v + v });
  return best;
}
