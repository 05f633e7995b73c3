/** Text in the XML of workbooks. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** In text and in attributes of double quotes; the characters must be XML's. */
export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character]!);

/** A cell's text: readers take `_x0041_` for a character (ECMA-376, ST_Xstring). */
export const escapeCell = (text: string): string => escapeXml(text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_'));
