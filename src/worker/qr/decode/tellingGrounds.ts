/** On which grounds something of a picture with transparent parts stands out. */
import type { Gray } from './gray';

/** Shades that no module on white is as light as, and none on black as dark as: the other ground has more contrast then. */
const [LIGHT, DARK] = [160, 96];
/** Fewer pixels make no symbol. */
const LEAST = 32;

/**
 * Where all that is opaque is dark nothing shows on black, and where all is light nothing on white.
 * @param grays one opaque picture, or one on white and one on black
 * @returns at least one of them
 */
export function tellingGrounds(grays: readonly Gray[]): readonly Gray[] {
  const [onWhite, onBlack] = grays;
  if (!onWhite || !onBlack) return grays;
  if (!has(onBlack, (shade) => shade > DARK)) return [onWhite];
  return has(onWhite, (shade) => shade < LIGHT) ? grays : [onBlack];
}

function has({ data }: Gray, stands: (shade: number) => boolean): boolean {
  let count = 0;
  for (let i = 0; i < data.length && count < LEAST; i++) if (stands(data[i]!)) count++;
  return count === LEAST;
}
