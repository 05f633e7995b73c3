/** Which sort of secret a text holds: what is told of it instead of the text. */
export const secretKinds = [
  /** The seed of one-time passwords, or many of them (`otpauth-migration:`). */
  'one-time-password',
  'wifi-password',
  'private-key',
  /** An access token or API key in a form of its own, a signed address, the address of a webhook. */
  'token',
  /** A user with a password in an address. */
  'credential',
  /** What sets a device up or takes a SIM into use. */
  'device-code',
  /** The value of something that is called a password, a key or a secret. */
  'password',
] as const;

export type SecretKind = (typeof secretKinds)[number];
