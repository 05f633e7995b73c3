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

const joint = (english: string, chinese: string): string =>
  document.documentElement.lang.startsWith('zh') ? chinese : english;

/**
 * Sentences after each other, but for those that need not be said: Chinese ones stand without a
 * space between them.
 */
export const sentences = (...said: (string | false)[]): string => said.filter(Boolean).join(joint(' ', ''));

/** A phrase as a sentence. */
export const sentence = (phrase: string): string => phrase + joint('.', '。');

/** Between a name and what is said of it. */
export const colon = (): string => joint(': ', '：');

/** Parts of a sentence after each other, but for those that need not be said. */
export const clauses = (...said: (string | false | undefined)[]): string =>
  said.filter(Boolean).join(joint(', ', '，'));

/** "a, b" of equals */
export const listed = (words: readonly string[]): string => words.join(joint(', ', '、'));
