/** An option that is a list of texts, whatever the configuration holds. */
export const textList = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string' && item !== '');
