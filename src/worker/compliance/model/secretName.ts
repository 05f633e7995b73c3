/** Which names stand for a secret, and which values of such a name are none (fact T27): the one place that decides it. */

const PART = /password|passwd|passphrase|secret|token(?!iz)|api_?key|access_?key|private_?key|credential/;
const WORD = /(?:^|_)(?:pass|pwd|auth|salt|(?:secret|encryption|signing)_key)(?:_|$)/;

/** Last words of a name that speaks about a secret without being one. */
const ABOUT = new Set(
  (
    'file path dir name version ttl length enabled disabled required method type mode provider plugin host port user username algorithm ' +
    'issuer audience policy prefix header expiry expires expiration timeout seconds minutes hours days count limit size region stdin format scope scopes lifetime ' +
    'realm domain server servers source database db service class backend driver level role roles group groups strategy origin origins ' +
    'engine hosts address addr len exp expire validator validators hashers handler store manager resolver factory namespace'
  ).split(' '),
);

/** The words of a name, lower case, joined by `_`: `apiKey`, `API-KEY` and `api.key` are `api_key`; `DBPassword` is `db_password`. */
export function nameWords(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();
}

/** By the name alone; a name that ends in `_URL` depends on its value, see `holdsSecret`. */
export function isSecretName(name: string): boolean {
  if (name.length > 200) return false;
  const words = nameWords(name);
  if (!PART.test(words) && !WORD.test(words)) return false;
  if (words.startsWith('public_') || words.endsWith('public_key')) return false;
  if (words.endsWith('_key_id')) return words === 'aws_access_key_id';
  // Confluent's images want the name of a file in /etc/kafka/secrets here, as public compose files of `cp-kafka` show (2026-11-25).
  if (/^kafka_(?:\w+_)?ssl_\w+_credentials$/.test(words)) return false;
  return !ABOUT.has(words.slice(words.lastIndexOf('_') + 1)) || !words.includes('_');
}

const NO_SECRET = /^(?:|true|false|yes|no|on|off|y|n|0|1|null|none|nil|undefined|~|<[^>]*>|\*+|x{3,}|\.{3})$/i;
const PATH =
  /^(?:(?:~|\.{1,2})?\/[\w.@-]+(?:\/[\w.@-]*)*|[A-Za-z]:\\[^"]*|file:.*|[\w./-]+\.(?:json|pem|key|txt|ya?ml|crt|p12|pfx|jks|env))$/;
/** The keys of Amazon's own manual. */
const FROM_A_MANUAL = /^(?:AKIA|ASIA)[A-Z0-9]*EXAMPLE$|EXAMPLEKEY$/;
const SEALED = /^(?:ENC\[|encrypted:|\$ANSIBLE_VAULT;|vault:|op:\/\/|awssm:|sops:)|\{\{|<%/;

/** Empty, boolean, a mark to be filled in, an example out of a manual, a path, a template expression, or text encrypted by sops, ansible-vault or dotenvx. */
export function isHarmlessValue(value: string): boolean {
  const text = value.trim();
  return NO_SECRET.test(text) || FROM_A_MANUAL.test(text) || (text.length < 1000 && PATH.test(text)) || SEALED.test(text);
}

/** `scheme://user:password@` or `scheme://user@` in front of a host. */
export const hasUserInfo = (url: string): boolean => /^[a-z][a-z0-9+.-]*:\/\/[^/?#\s]*@/i.test(url);

/** How somebody is asked for a secret, in `SMTP_AUTH`, `REGISTRY_AUTH`. */
const METHOD =
  /^(?:basic|digest|bearer|htpasswd|plain|login|cram-md5|md5|scram-sha-\d+|ldaps?|oidc|oauth2?|saml2?|jwt|token|gssapi|kerberos|ntlm|trust|peer|ident|cert|x509|iam|silly|native|internal|external|optional|required)$/i;

/** Whether this literal value of this name is a secret. */
export function holdsSecret(name: string, value: string): boolean {
  if (!isSecretName(name) || isHarmlessValue(value)) return false;
  const words = nameWords(name);
  if (/(?:^|_)auth$/.test(words) && METHOD.test(value.trim())) return false;
  if (/_(?:url|uri|endpoint)$/.test(words)) return hasUserInfo(value.trim());
  return !(words.endsWith('tokens') && /^\d+$/.test(value.trim()));
}
