/** The text with full-width punctuation beside Chinese characters. */
export function fullWidth(text: string): string;
