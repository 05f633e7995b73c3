/** A new attestation in the configuration. */
import type { Statement } from '../../protocol/assessment';
import type { Profile, TextEdit } from '../../protocol/finding';
import { rows } from '../checklist/rows';
import { entryEdit } from './entryEdit';

/**
 * @param text the configuration; undefined for one still to be made, with `profile`
 * @param statement its texts are one line; what is empty is left for a person to write
 * @returns undefined where no attestation can be added
 */
export function attestationEdit(
  text: string | undefined,
  { for: about, by, on, until, evidence, note }: Statement,
  profile: Profile = 'mlps3',
): TextEdit | undefined {
  const lines = [
    `- ${about === '' || Object.hasOwn(rows, about) ? 'row' : 'clause'}: ${about}`,
    `  by: ${quoted(by)}`,
    `  on: ${on}`,
    `  evidence: ${quoted(evidence)}`,
    ...(until === undefined ? [] : [`  until: ${until}`]),
    ...(note ? [`  note: ${quoted(note)}`] : []),
  ];
  return entryEdit(text, { list: 'attestations', lines, profile });
}

/** Characters that JSON leaves as they are and YAML does not, or that nobody sees. */
const UNSEEN = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

const quoted = (text: string): string =>
  text === '' ? '' : JSON.stringify(text).replace(UNSEEN, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
