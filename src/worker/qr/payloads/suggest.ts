/**
 * What a bare text most likely stands for, so that its form can be offered: an address, a number or
 * a place that is not yet a payload.
 */
import type { PayloadValues, RecognisedPayload } from '../../protocol/payload';
import { payloadKind } from './index';
import { checked } from './kind';

const mailbox = /^[^\s@,;<>()"]+@[^\s@,;<>()"]+\.[a-z]{2,}$/i;
/**
 * International, or a mobile number of mainland China: other rows of digits are as likely an order
 * number.
 */
const phoneNumber = /^(?:\+[\d ().-]{7,20}|1[3-9]\d{9})$/;
const coordinates = /^(-?\d{1,3}\.\d{2,15})\s*[,;\s]\s*(-?\d{1,3}\.\d{2,15})$/;
const host =
  /^(?:www\.[^\s/]+\.[a-z]{2,}|(?:[a-z\d-]+\.)+(?:com|org|net|edu|gov|cn|io|dev|app|info))(?::\d{1,5})?(?:[/?#]\S*)?$/i;
const iban = /^[a-z]{2}\d{2}(?: ?[a-z\d]{4}){2,7}(?: ?[a-z\d]{1,4})?$/i;

/**
 * The kind and its values, which the kind allows as far as they go; undefined when the text is like
 * nothing.
 */
export function suggest(value: string): RecognisedPayload | undefined {
  const text = value.trim();
  if (text.length > 400) return undefined;
  const place = coordinates.exec(text);
  if (mailbox.test(text)) return allowed('email', { to: text });
  if (phoneNumber.test(text)) return allowed('phone', { number: text });
  if (place) return allowed('geo', { latitude: place[1]!, longitude: place[2]! });
  if (host.test(text)) return allowed('url', { url: `https://${text}` });
  return iban.test(text) ? allowed('epc', { name: '-', iban: text }, 'name') : undefined;
}

/** @param placeholder a field that was only filled in to pass the check */
function allowed(kind: string, values: PayloadValues, placeholder?: string): RecognisedPayload | undefined {
  try {
    const clean = checked(payloadKind(kind), values);
    if (placeholder !== undefined) delete clean[placeholder];
    return { kind, values: clean };
  } catch {
    return undefined;
  }
}
