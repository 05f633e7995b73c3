/**
 * The one judge of which text holds a password, a key or a token: it gets into no title, file name,
 * preview, log, history or saved state.
 */
import { payloadKind, payloadKinds, recognise } from './payloads';
import { isSecretHeading, looksSecret } from './secretPatterns';

/** Names of the fields that hold a secret, of all kinds. */
export const secretFields: ReadonlySet<string> = new Set(
  payloadKinds.flatMap(({ fields }) => fields.flatMap(({ name, input }) => (input === 'secret' ? [name] : []))),
);

/** Whether what stands in a column of this heading is secret, whatever it looks like. */
export const isSecretColumn = (heading: string): boolean =>
  secretFields.has(heading.trim().toLowerCase()) || isSecretHeading(heading);

/** In linear time, whatever the text. */
export function holdsSecret(text: string): boolean {
  if (looksSecret(text)) return true;
  const found = recognise(text);
  return (
    found !== undefined &&
    payloadKind(found.kind).fields.some(({ name, input }) => input === 'secret' && found.values[name])
  );
}
