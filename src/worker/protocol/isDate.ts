/** Days as configurations and options write them; they are compared as texts. */

/** `2026-01-31`, and a day that there is. */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
