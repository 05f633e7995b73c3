/**
 * The one judge of which text holds a password, a key or a token: it gets into no title, file name,
 * preview, log, history or saved state.
 */
import type { SecretKind } from '../protocol/secretKind';
import { payloadKind, payloadKinds, recognise } from './payloads';
import { isSecretHeading, secretSeenIn } from './secretPatterns';

/** Names of the fields that hold a secret, of all kinds. */
export const secretFields: ReadonlySet<string> = new Set(
  payloadKinds.flatMap(({ fields }) => fields.flatMap(({ name, input }) => (input === 'secret' ? [name] : []))),
);

/** Whether what stands in a column of this heading is secret, whatever it looks like. */
export const isSecretColumn = (heading: string): boolean =>
  secretFields.has(heading.trim().toLowerCase()) || isSecretHeading(heading);

/** Kinds of payload whose secret is of a kind of its own. */
const OF_PAYLOAD: Record<string, SecretKind> = { wifi: 'wifi-password', otpauth: 'one-time-password' };

/** Which sort of secret a text holds, if any; in linear time, whatever the text. */
export function secretKindOf(text: string): SecretKind | undefined {
  const seen = secretSeenIn(text);
  if (seen) return seen;
  const found = recognise(text);
  const isSecret =
    found && payloadKind(found.kind).fields.some(({ name, input }) => input === 'secret' && found.values[name]);
  return isSecret ? (OF_PAYLOAD[found.kind] ?? 'password') : undefined;
}

export const holdsSecret = (text: string): boolean => secretKindOf(text) !== undefined;

/** What travels with a text that was read. */
export function secrecyOf(text: string): { secret: boolean; secretKind?: SecretKind } {
  const secretKind = secretKindOf(text);
  return secretKind ? { secret: true, secretKind } : { secret: false };
}
