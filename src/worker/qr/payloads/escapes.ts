/** Backslash escapes and percent codes, as the payload formats use them. */

/** Puts a backslash before each of `special` (which must hold the backslash itself). */
export const escapeBackslash = (text: string, special: string): string =>
  text.replace(/[\s\S]/g, (character) => (special.includes(character) ? `\\${character}` : character));

/** Takes the backslashes away again; a single one at the end stays. */
export const unescapeBackslash = (text: string): string => text.replace(/\\([\s\S])/g, '$1');

/**
 * Cuts at each separator (one character) that has no backslash before it; the parts are still
 * escaped.
 */
export function splitUnescaped(text: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === separator) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/**
 * `KEY:value;` items of WIFI:, MECARD: and MATMSG:, keys in capitals, values still escaped; several
 * values of one key in order.
 */
export function semicolonItems(text: string): Map<string, string[]> {
  const items = new Map<string, string[]>();
  for (const item of splitUnescaped(text, ';')) {
    const colon = item.indexOf(':');
    if (colon <= 0) continue;
    const key = item.slice(0, colon).trim().toUpperCase();
    const values = items.get(key);
    if (values) values.push(item.slice(colon + 1));
    else items.set(key, [item.slice(colon + 1)]);
  }
  return items;
}

/** Line ends of any system as \n. */
export const unixLines = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Percent codes as text; undefined when they are no UTF-8. */
export function percentDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/**
 * The fields of `a=1&b=2`, names in small letters; undefined when a percent code is broken. A plus
 * is a plus, as in mailto and sms.
 */
export function queryFields(query: string): Map<string, string> | undefined {
  const fields = new Map<string, string>();
  for (const pair of query.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = percentDecoded(equals < 0 ? pair : pair.slice(0, equals));
    const value = percentDecoded(equals < 0 ? '' : pair.slice(equals + 1));
    if (name === undefined || value === undefined) return undefined;
    if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value);
  }
  return fields;
}
