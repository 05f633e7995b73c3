/** What texts should say instead by glossary.json, a line each. */
export function otherTerms(texts: readonly { text: string; where: string }[]): string[];
