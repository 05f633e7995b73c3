/** Which text holds a password or key: such a text is masked on the page and never persisted. */

const SECRET_KINDS = [
  // A Wi-Fi payload with a password, or a WPA2-Enterprise one with any of its fields.
  /^WIFI:(?:.*;)?P:[^;]/is,
  // RFC 6238 enrolment and Google Authenticator's export of all its keys.
  /^otpauth(?:-migration)?:/i,
  // user:password@host
  /^[a-z][a-z\d+.-]*:\/\/[^/?#\s:@]*:[^/?#\s@]+@/i,
  /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/,
];

/** Whether the text is of a kind that carries a secret. */
export const holdsSecret = (text: string): boolean => SECRET_KINDS.some((kind) => kind.test(text));
