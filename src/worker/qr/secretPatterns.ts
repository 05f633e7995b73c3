/**
 * What secrets look like that are no field of a payload kind, or of one that is not written by the
 * book. Each in linear time.
 */
import type { SecretKind } from '../protocol/secretKind';

const CHINESE = ['密码', '口令', '密钥', '私钥', '令牌', '密匙'].join('|');
/** Between a name and its value in Chinese. */
const SAID = '：是为';

/**
 * What a password, a key or a token is called before its value, in configurations, addresses and
 * plain words.
 */
const NAMES =
  String.raw`(?<![a-z])pass|pass(?:word|wd|phrase|code)|pwd|secret|(?:secret|private|preshared|access|api|auth|encryption|signing)[-_ ]?key|` +
  // A token for the next page opens no door.
  String.raw`(?<!(?:page|next|continuation|cursor)[-_]?)token|` +
  String.raw`credentials?|webhook[-_ ]?key|session[-_]?id|jsessionid|phpsessid|${CHINESE}`;

/** What is surest about its kind comes first: `token=ghp_…` is a token. */
const PATTERNS: Record<SecretKind, RegExp[]> = {
  'wifi-password': [
    // A Wi-Fi payload with a password, or a WPA2-Enterprise one, whatever else it lacks.
    /^WIFI:(?:.*;)?P:[^;]/is,
  ],
  'one-time-password': [
    // RFC 6238 enrolment, and Google Authenticator's export of all its keys.
    /^(?:otpauth(?:-migration)?|motp|steam(?=:\/\/[A-Z2-7]+$)):/i,
  ],
  'device-code': [
    // An eSIM with its activation code, a Matter or HomeKit device with its set-up code; what a
    // passkey is shown with on another device.
    /^(?:LPA:1\$|MT:[A-Z\d.-]{19}|X-HM:\/\/|FIDO:\/)/i,
  ],
  'private-key': [
    /-----BEGIN (?:[A-Z\d]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----|-----BEGIN OpenVPN Static key|PuTTY-User-Key-File-|AGE-SECRET-KEY-1/,
    // WireGuard's configuration.
    /^\s{0,9}(?:PrivateKey|PresharedKey)\s{0,9}=/im,
    // A private JSON web key (RFC 7517).
    /"d"\s{0,9}:\s{0,9}"[\w-]{20}/,
    // Keys of wallets: Bitcoin's extended private keys and Nostr's.
    /\b(?:[xyz]prv[1-9A-HJ-NP-Za-km-z]{50}|nsec1[a-z\d]{50})/,
  ],
  token: [
    // A JSON web token (RFC 7519).
    /(?<![\w-])eyJ[\w-]+\.eyJ[\w-]+\.[\w-]/,
    // Access tokens that their makers have given a form of their own.
    /\b(?:gh[pousr]_\w{20}|github_pat_\w{20}|glpat-[\w-]{20}|xox[abeoprs]-[\w-]{10}|sk-[\w-]{20}|[rs]k_(?:live|test)_\w{10}|npm_\w{30}|hf_\w{30})/,
    /\b(?:(?:AKIA|ASIA)[A-Z\d]{16}|LTAI[A-Za-z\d]{12}|AIza[\w-]{35}|dop_v1_\w{40}|pypi-[\w-]{40}|dckr_pat_[\w-]{20}|tskey-[\w-]{10}|SG\.[\w-]{20}\.)/,
    /\bauthorization["']?\s{0,9}[:=]\s{0,9}["']?(?:basic|bearer|token)\s{1,9}\S/i,
    // Signed addresses and the webhooks of chats, whose address is the key.
    /[?&;](?:sig|x-(?:amz|goog)-signature|auth|jwt)=[^&#;\s]/i,
    /\/\/(?:hooks\.slack\.com\/services|discord(?:app)?\.com\/api\/webhooks|open\.(?:feishu\.cn|larksuite\.com)\/open-apis\/bot\/\S{1,9}hook)\/\S/i,
    /\/\/qyapi\.weixin\.qq\.com\/\S{0,99}\?key=\S/i,
  ],
  credential: [
    // What proxies are reached with.
    /^(?:ssr?|vmess|vless|trojan|tuic|anytls|hy(?:steria)?2?|naive\+https):\/\//i,
    // user:password@host, of whatever scheme, also within a text; where the password holds a slash, a
    // port and a path are none.
    /:\/\/[^/?#\s:@]*:[^/?#\s@]+@/,
    /:\/\/[^/?#\s:@]{0,256}:(?!\d{0,5}[/?#])[^\s@]{1,256}@/,
    /\bsips?:[^\s:@;]{1,256}:[^\s@]{1,256}@/i,
  ],
  password: [
    // A name and its value: in queries, JSON, YAML, INI and env files, and in words.
    new RegExp(String.raw`(?:${NAMES})["']?(?: is)?\s{0,9}[:=${SAID}]\s{0,9}["']?[^\s"'&#;,<{$*]`, 'i'),
  ],
};

const KINDS = Object.entries(PATTERNS) as [SecretKind, RegExp[]][];

/** Also where an address holds another one, percent-encoded. */
export const secretSeenIn = (text: string): SecretKind | undefined =>
  matching(text) ?? (text.includes('%') ? matching(unescaped(text)) : undefined);

export const looksSecret = (text: string): boolean => secretSeenIn(text) !== undefined;

const matching = (text: string): SecretKind | undefined =>
  KINDS.find(([, patterns]) => patterns.some((pattern) => pattern.test(text)))?.[0];

/** The ASCII characters among percent-encoded ones. */
const unescaped = (text: string): string =>
  text.replace(/%([0-7][\da-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const NAME = new RegExp(String.raw`(?:^|[^a-z])(?:${NAMES})$|(?:${CHINESE})`, 'i');

/** Whether what stands under this heading of a table is one. */
export const isSecretHeading = (heading: string): boolean =>
  NAME.test(
    heading
      .trim()
      .replace(/(?<=[a-z])(?=[A-Z])/g, '_')
      .toLowerCase(),
  );
