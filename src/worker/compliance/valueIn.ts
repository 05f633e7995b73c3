/**
 * What a table says of a word that a text holds: its own, never what every object inherits
 * (`constructor`).
 */
export const valueIn = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;
