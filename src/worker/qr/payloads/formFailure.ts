/** What is wrong with a form, in the words that the form itself uses. */
import { asFailure, type Failure, failure } from '../../protocol/errors';
import type { Locale } from '../../protocol/finding';
import { payloadKinds } from './index';

/**
 * @param error whatever building the payload threw; `data` keeps the names, by which a form finds
 * its field
 */
export function formFailure(error: unknown, kind: string, locale: Locale): Failure {
  const plain = asFailure(error, locale);
  const form = payloadKinds.find((each) => each.kind === kind);
  const field = form?.fields.find(({ name }) => name === plain.data?.field);
  if (!form || !field) return plain;
  const labels = { kind: form.label[locale], field: field.label[locale] };
  return { ...plain, message: failure(plain.code, locale, { ...plain.data, ...labels }).message };
}
