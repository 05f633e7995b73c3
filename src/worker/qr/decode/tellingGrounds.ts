/** On which grounds something of a picture with transparent parts stands out. */
import type { Gray } from './gray';

/**
 * Shades that no module on white is as light as, and none on black as dark as: the other ground has
 * more contrast then.
 */
const [LIGHT, DARK] = [160, 96];
/** Fewer pixels make no symbol. */
const LEAST = 32;
/** A finder is crossed by so many changes between its modules, in so many rows at the least. */
const CHANGES = 4;
const ROWS = 3;
/**
 * How far the two grounds are apart where a pixel is nearly clear, and where it is nearly opaque.
 */
const [CLEAR, OPAQUE] = [128, 64];

export interface TellingGround {
  gray: Gray;
  /** Nothing but what surrounds the opaque parts is new here: a first look tells as much as all. */
  isAlike: boolean;
}

/**
 * Where all that is opaque is dark nothing shows on black, and where all is light nothing on white.
 * On black modules show anew only where light ones lie between clear ones; all else has been
 * searched on white, but for the quiet zone around it.
 * @param grays one opaque picture, or one on white and one on black
 * @returns at least one of them
 */
export function tellingGrounds([onWhite, onBlack]: readonly Gray[]): readonly TellingGround[] {
  const white = { gray: onWhite!, isAlike: false };
  if (!onBlack) return [white];
  if (!has(onBlack, DARK + 1, 255)) return [white];
  const black = { gray: onBlack, isAlike: false };
  if (!has(onWhite!, 0, LIGHT - 1)) return [black];
  return [white, { ...black, isAlike: !hasLightBetweenClear(onWhite!, onBlack) }];
}

function has({ data }: Gray, from: number, to: number): boolean {
  let count = 0;
  for (let i = 0; i < data.length && count < LEAST; i++) if (data[i]! >= from && data[i]! <= to) count++;
  return count === LEAST;
}

function hasLightBetweenClear(onWhite: Gray, onBlack: Gray): boolean {
  const { width } = onWhite;
  let rows = 0;
  for (let row = 0; row < onWhite.data.length && rows < ROWS; row += width) {
    let changes = 0;
    /** 1 for clear, 2 for light, 0 for neither. */
    let last = 0;
    for (let i = row; i < row + width; i++) {
      const black = onBlack.data[i]!;
      const gap = onWhite.data[i]! - black;
      const next = gap > CLEAR ? 1 : black > DARK ? 2 : 0;
      // Soft edges are nothing of their own.
      if (!next && gap >= OPAQUE) continue;
      if (next && last && next !== last) changes++;
      last = next;
    }
    if (changes >= CHANGES) rows++;
  }
  return rows === ROWS;
}
