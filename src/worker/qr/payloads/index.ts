/** All payload kinds, and the recognition of a text's kind. */
import { fault } from '../../protocol/errors';
import type { RecognisedPayload } from '../../protocol/payload';
import { email } from './email';
import { epc } from './epc';
import { event } from './event';
import { geo } from './geo';
import type { PayloadKind } from './kind';
import { mecard } from './mecard';
import { otpauth } from './otpauth';
import { phone } from './phone';
import { sms } from './sms';
import { text } from './text';
import { url } from './url';
import { vcard } from './vcard';
import { wifi } from './wifi';

/** In the order of a menu: the most wanted first, text as the last resort of recognition. */
export const payloadKinds: readonly PayloadKind[] = [
  url,
  wifi,
  vcard,
  mecard,
  email,
  sms,
  phone,
  geo,
  event,
  otpauth,
  epc,
  text,
];

/** @throws kind-unknown */
export function payloadKind(kind: string): PayloadKind {
  const found = payloadKinds.find((each) => each.kind === kind);
  if (!found) throw fault('kind-unknown', { kind, expected: payloadKinds.map((each) => each.kind).join(', ') });
  return found;
}

/** What a text is, with the values of its fields; undefined for the empty text only. */
export function recognise(value: string): RecognisedPayload | undefined {
  for (const kind of payloadKinds) {
    const values = kind.parse(value);
    if (values) return { kind: kind.kind, values };
  }
  return undefined;
}
