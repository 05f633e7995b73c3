/** The one judge of which text holds a password, a key or a token: it gets into no title, file name, preview, log, history or saved state. */
import { payloadKind, payloadKinds, recognise } from './payloads';

/** Secrets that are no field of a payload kind, or of one that is not written by the book. */
const PATTERNS = [
  // A Wi-Fi payload with a password, or a WPA2-Enterprise one, whatever else it lacks.
  /^WIFI:(?:.*;)?P:[^;]/is,
  // RFC 6238 enrolment, and Google Authenticator's export of all its keys.
  /^otpauth(?:-migration)?:/i,
  // An eSIM with its activation code; what proxies are reached with.
  /^LPA:1\$/i,
  /^(?:ssr?|vmess|vless|trojan):\/\//i,
  // user:password@host, of whatever scheme, also within a text.
  /:\/\/[^/?#\s:@]*:[^/?#\s@]+@/,
  /[?&#;](?:password|passwd|pwd|secret|client_secret|(?:access_|refresh_|id_|auth_?)?token|api_?key)=[^&#;\s]/i,
  /-----BEGIN (?:[A-Z\d]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----/,
  // WireGuard's configuration.
  /^\s{0,9}(?:PrivateKey|PresharedKey)\s{0,9}=/im,
  // A JSON web token (RFC 7519); access tokens of GitHub and GitLab.
  /(?<![\w-])eyJ[\w-]+\.eyJ[\w-]+\.[\w-]/,
  /\b(?:gh[pousr]_\w{20}|github_pat_\w{20}|glpat-[\w-]{20})/,
];

/** Names of the fields that hold a secret, of all kinds. */
export const secretFields: ReadonlySet<string> = new Set(
  payloadKinds.flatMap(({ fields }) => fields.flatMap(({ name, input }) => (input === 'secret' ? [name] : []))),
);

/** In linear time, whatever the text. */
export function holdsSecret(text: string): boolean {
  if (PATTERNS.some((pattern) => pattern.test(text))) return true;
  const found = recognise(text);
  return found !== undefined && payloadKind(found.kind).fields.some(({ name, input }) => input === 'secret' && found.values[name]);
}
