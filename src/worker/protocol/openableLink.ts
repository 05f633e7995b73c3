/** Which text from a symbol is a link that may be opened. */

const OPENABLE = ['http:', 'https:', 'mailto:'];
const MAX_LINK_CHARACTERS = 4000;

/**
 * Spaces, line breaks, controls, marks without a picture and letters that are drawn as nothing: an
 * address that holds one is not what it looks like.
 */
export const UNSEEN = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * The address that `text` as a whole is, in the form a browser gets it (host in ASCII, so that
 * look-alike letters show as `xn--`), or undefined when it is none or not http, https or mailto.
 */
export function openableLink(text: string): string | undefined {
  if (text.length > MAX_LINK_CHARACTERS || UNSEEN.test(text)) return undefined;
  try {
    const url = new URL(text);
    return OPENABLE.includes(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
