/** The one way in which values get into sentences. */

/** A sentence with its `{name}`s filled in; a name without a value stays as it is written. */
export const fill = (sentence: string, data: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(data, name) ? String(data[name]) : whole));
