/** Fills values into the sentences that came with the state, and counts in the user's language. */

/**
 * `{name}` in the sentence becomes `values.name`; numbers get the separators of the page's
 * language.
 */
export const fillIn = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined
      ? whole
      : typeof value === 'number'
        ? value.toLocaleString(document.documentElement.lang)
        : value;
  });

/** The sentence for one or the one for another number. */
export const counted = (count: number, one: string, many: string): string =>
  count === 1 ? one : fillIn(many, { count });

/** Sentences after each other: Chinese ones stand without a space between them. */
export const sentences = (...said: string[]): string =>
  said.join(document.documentElement.lang.startsWith('zh') ? '' : ' ');
