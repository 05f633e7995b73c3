/**
 * Which names of settings stand for a secret, and which values of such a name are one (fact T27):
 * the one place that decides it.
 */
import { hasUserInfo, isPlaceholder, isPlainFact, looksGenerated } from './secretValue';

const PART = 'password|passwd|passphrase|secret_?key|secret|token|api_?key|access_?key|private_?key|credential';
const WORD = 'pass|pwd|auth|salt|(?:auth|encryption|signing)_keys?';
/**
 * What is behind the secret word still speaks of the secret itself: which of several, or how it is
 * written.
 */
const QUALIFIER =
  '\\d+|prod|production|dev|development|test|testing|stage|staging|qa|uat|local|ci|live|sandbox|old|new|current|previous|prev|next|' +
  'default|initial|primary|secondary|main|base|base64|b64|hex|raw|plain|plaintext|text|string|str|value|val|encoded';

const ENDS_AS_SECRET = new RegExp(`(?:(?:${PART})s?\\d*|(?:^|_)(?:${WORD})\\d*)(?:_(?:${QUALIFIER}))*$`);
const MENTIONS_SECRET = new RegExp(PART);

/** Last words of a name that speaks about a secret without being one. */
const ABOUT = new Set(
  (
    'file files path paths dir dirs folder name names key version ttl length len enabled disabled enable required method methods type types mode ' +
    'provider providers plugin plugins host hosts port user username login algorithm algorithms alg algo encoding cipher digest scheme schema schemes ' +
    'issuer audience policy prefix suffix header headers expiry expires expire exp expired expiration timeout seconds second minutes hours days count ' +
    'min max limit limits size region format scope scopes lifetime duration interval period window age rate ratio retries attempts rounds cost factor ' +
    'iterations strength complexity realm domain server servers addr address source database db service services class backend driver level role ' +
    'roles group groups strategy origin origins engine validator validators hasher hashers handler store manager resolver factory namespace ' +
    'pattern regex field param parameter claim label title icon image template page route redirect callback cookie cache bucket storage command cmd ' +
    'script hook stdin prompt message email status state env var variable rotation history reset refresh renewal id ids arn ref kind flow'
  ).split(' '),
);
/** First words of a switch, or of the name of something that exists elsewhere; some in its middle. */
const SWITCH =
  /(?:^|_)(?:enable|disable|skip|allow)_|^(?:is|has|use|with|without|no|skip|enable|disable|require|requires|allow|show|hide|generate|create|existing|enforce|check|validate|verify)_/;

/** As most variables are written: words are told apart by `_` alone, and by nothing else. */
const UPPER_WORDS = /^(?:[A-Z]+\d*|\d+)(?:_(?:[A-Z]+\d*|\d+))*$/;

/**
 * The words of a name, lower case, joined by `_`: `apiKey`, `API-KEY` and `api.key` are `api_key`;
 * `DBPassword` is `db_password`.
 */
export function nameWords(name: string): string {
  if (UPPER_WORDS.test(name)) return name.toLowerCase();
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();
}

/** Of a header: `Basic YWRtaW46…`, `Bearer eyJ…`. */
const CREDENTIALS = /^(?:basic|bearer|token|apikey)[ \t]+[\w.~+/=-]{8,}$/i;

/** `perhaps`: a secret word stands in it, followed by others; only a value can tell. */
type Verdict = 'secret' | 'perhaps' | 'none';

/** What every name of a secret has in it. */
const HINT = /pass|pwd|secret|token|key|credential|auth|salt/;

function verdictOn(words: string): Verdict {
  if (!HINT.test(words)) return 'none';
  if (words.length > 200) return 'none';
  if (words.endsWith('_key_id')) return words === 'aws_access_key_id' ? 'secret' : 'none';
  if (SWITCH.test(words) || /(?:^|_)public_/.test(words)) return 'none';
  // Confluent's images want the name of a file in /etc/kafka/secrets here, as public compose files
  // of `cp-kafka` show (2026-11-25).
  if (/^kafka_(?:\w+_)?ssl_\w+_credentials$/.test(words)) return 'none';
  // The name that MinIO's MINIO_ROOT_USER had.
  if (words === 'minio_access_key') return 'none';
  // The name of a cluster of etcd; marks in the texts of language models.
  if (/(?:initial_cluster|bos|eos|pad|unk|sep|cls|mask)_token$/.test(words)) return 'none';
  if (ENDS_AS_SECRET.test(words)) return 'secret';
  if (!MENTIONS_SECRET.test(words)) return 'none';
  return ABOUT.has(words.slice(words.lastIndexOf('_') + 1)) && !/secret_id$|_ur[il]$/.test(words) ? 'none' : 'perhaps';
}

/** By the name alone, when there is no value to look at. */
export const isSecretName = (name: string): boolean => verdictOn(nameWords(name)) === 'secret';

/** How somebody is asked for a secret, in `SMTP_AUTH`, `REGISTRY_AUTH`. */
const METHOD =
  /^(?:basic|digest|bearer|htpasswd|plain|login|cram-md5|md5|scram-sha-\d+|ldaps?|oidc|oauth2?|saml2?|jwt|token|gssapi|kerberos|ntlm|trust|peer|ident|cert|x509|iam|silly|native|internal|external|optional|required|local|anonymous|password|github|gitlab|google|azure|okta|auth0|keycloak|proxy|header|session|cookie|api[-_]?key|m?tls|ssl|starttls)$/i;

/**
 * What a name may hold that need not be kept: a way of asking, a number of rounds, a proxied
 * server.
 */
function isOfItsKind(words: string, text: string): boolean {
  if (/(?:^|_)auth$/.test(words)) return METHOD.test(text) || isShortNumber(text);
  if (/(?:^|_)pass$/.test(words)) return /^[\w.-]+:\d{2,5}$/.test(text) || isShortNumber(text);
  if (/tokens$/.test(words)) return /^\d+$/.test(text);
  return /(?:^|_)(?:salt|token)$/.test(words) && isShortNumber(text);
}

/**
 * Whether this value of this name is meant to be a secret; a mark to be filled in counts: in a
 * build whatever stands there stays in the image. Without a value the name decides.
 */
export function asksForSecret(name: string, value: string | undefined): boolean {
  const words = nameWords(name);
  if (/(?:^|_)authorization$/.test(words)) return value !== undefined && CREDENTIALS.test(value.trim());
  const verdict = verdictOn(words);
  if (value === undefined || verdict === 'none') return verdict === 'secret';
  if (isPlainFact(value) || isOfItsKind(words, value.trim())) return false;
  return verdict === 'secret' || looksGenerated(value) || hasUserInfo(value.trim());
}

/** What a key for a service that is not there is called. */
const DUMMY =
  /^(?:(?:(?:test|testing|dummy|demo|example|sample|mock|fake)[-_]?)?(?:api[-_]?)?(?:key|token)|test|testing|dummy|demo|example|sample|fake|foo|bar|placeholder)$/i;

/** Whether this literal value of this name is a secret. */
export const isSecretSetting = (name: string, value: string): boolean =>
  asksForSecret(name, value) &&
  !isPlaceholder(value) &&
  !(DUMMY.test(value.trim()) && /api_?key$|token$/.test(nameWords(name)));

const isShortNumber = (text: string): boolean => /^\d{1,4}$/.test(text);
