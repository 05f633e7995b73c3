/** Where a run of lines ends, remembered: asking from every line of one run costs one walk. */

/**
 * The first line at or behind the one asked for that does not go on, at most `last`. Meant to be
 * asked in ascending order.
 */
export function runEnd(last: number, goesOn: (line: number) => boolean): (line: number) => number {
  let known = { from: 0, to: -1 };
  return (line) => {
    if (line >= known.from && line <= known.to) return known.to;
    let to = line;
    while (to < last && goesOn(to)) to++;
    known = { from: line, to };
    return to;
  };
}
