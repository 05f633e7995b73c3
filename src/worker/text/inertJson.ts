/** JSON that does nothing to a terminal or an editor: the same value for whoever parses it. */
import { UNSAFE } from './visible';

/**
 * Control characters, direction marks and halves of surrogate pairs inside strings become escapes;
 * line breaks between values stay.
 */
export const inertJson = (json: string): string =>
  json.replace(UNSAFE, (c) => (c === '\n' || c === '#' ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`));
