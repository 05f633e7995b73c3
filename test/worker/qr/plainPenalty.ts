/** The penalty of ISO/IEC 18004 table 11 module by module, to hold the fast one against. */
export function plainPenalty(modules: Uint8Array, size: number): number {
  const at = (row: number, column: number) => modules[row * size + column]!;
  let points = 0;
  for (let i = 0; i < size; i++)
    for (const line of [
      Array.from({ length: size }, (_, j) => at(i, j)),
      Array.from({ length: size }, (_, j) => at(j, i)),
    ]) {
      const text = line.join('');
      for (const run of text.match(/0{5,}|1{5,}/g) ?? []) points += run.length - 2;
      for (const pattern of ['10111010000', '00001011101'])
        for (let j = 0; j < size; j++) if (text.startsWith(pattern, j)) points += 40;
    }
  for (let row = 1; row < size; row++)
    for (let column = 1; column < size; column++)
      if (
        [at(row - 1, column), at(row, column - 1), at(row - 1, column - 1)].every((value) => value === at(row, column))
      )
        points += 3;
  const percent = (modules.reduce((sum, value) => sum + value, 0) * 100) / (size * size);
  return points + 10 * Math.floor(Math.abs(percent - 50) / 5);
}
