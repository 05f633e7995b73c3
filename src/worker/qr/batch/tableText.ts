/** The bytes of a table or list as text, whatever editor or spreadsheet wrote them. */
import { fault } from '../../protocol/errors';
import { decodeText } from '../../text/decodeText';

/**
 * The byte order mark is dropped.
 * @throws table-encoding: a code of what was not understood would be a wrong one
 */
export function tableText(bytes: Uint8Array): { text: string; encoding: string } {
  const { text, encoding } = decodeText(bytes);
  if (encoding === 'unknown') throw fault('table-encoding');
  return { text, encoding };
}
