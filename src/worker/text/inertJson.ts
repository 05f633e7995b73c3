/** JSON that does nothing to a terminal, an editor or a build server: the same value for whoever parses it. */
import { UNSAFE } from './visible';

/** Line breaks stand between values alone, and a large report has a million of them. */
const UNSAFE_IN_JSON = new RegExp(`(?!\\n)(?:${UNSAFE.source})`, UNSAFE.flags);

/**
 * Control characters, direction marks, halves of surrogate pairs and the mark of a build server's
 * command inside strings become escapes; line breaks between values stay.
 */
export const inertJson = (json: string): string =>
  json.replace(UNSAFE_IN_JSON, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
