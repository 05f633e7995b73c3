/**
 * What a text can be whatever the name before it: a mark to be filled in, something that is no
 * secret, or made by chance.
 */
const MARK =
  /^(?:<[^>]*>|\*+|x{3,}|[\w-]{0,12}(?:\.{3,}|…)[\w-]{0,8}|(?:请|你|您|我|自己|自定义|设置|填写|输入|替换|数据库|登录|管理员|用户|访问|的|为)*(?:密码|口令|密钥|秘钥|令牌))$/i;
/** The keys of Amazon's own manual, and of Microsoft's emulators of Azure Storage and Cosmos DB. */
const FROM_A_MANUAL =
  /^(?:AKIA|ASIA)[A-Z0-9]*EXAMPLE$|EXAMPLEKEY$|^Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6|^C2y6yDjf5\/R\+ob0N8A7C/;

/** Encrypted by sops, ansible-vault, dotenvx …, or what a template fills in. */
const SEALED =
  /^(?:ENC\[|encrypted:|\$ANSIBLE_VAULT;|vault:|op:\/\/|awssm:|sops:)|\{\{|<%|(?<!\w)__[A-Za-z]\w{0,60}__(?!\w)|^@\w+@$|^%\w+%$/;

/**
 * A mark to be filled in, by a person or a program, an example out of a manual, or encrypted text.
 */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  return MARK.test(text) || FROM_A_MANUAL.test(text) || SEALED.test(text);
}

const NOTHING = /^(?:|true|false|yes|no|on|off|y|n|0|1|null|none|nil|undefined|~)$/i;
const DURATION = /^\d{1,9}(?:ms|s|m|h|d|w|y|sec|min|minutes?|hours?|days?)$/i;
const PATH =
  /^(?:(?:~|\.{1,2})?\/[\w.@-]+(?:\/[\w.@-]*)*|[A-Za-z]:\\[^"]*|file:.*|[\w./-]+\.(?:json|pem|key|txt|ya?ml|crt|p12|pfx|jks|env))$/;
const ALGORITHM = new RegExp(
  '^(?:[hrep]s(?:256|384|512)|eddsa|ed25519|ecdsa|rsa(?:[-_]?\\d{4})?|s?sha[-_]?\\d*(?:[-_](?:\\d+|hex))?|md5|blake2[bs]?|bcrypt|scrypt|crypt|' +
    'argon2(?:i|d|id)?|pbkdf2(?:[-_](?:hmac|sha\\d+))*|(?:blf|md5|sha\\d+|des)[-_]crypt|(?:scram|cram|digest|hmac)[-_](?:sha[-_]?\\d+|md5)(?:[-_]plus)?|' +
    'aes(?:[-_]?\\d{3})?(?:[-_](?:gcm|cbc|ctr|siv))?|chacha20(?:[-_]poly1305)?|fernet|jws|jwe|plain|cleartext)$',
  'i',
);
const PUBLIC_KEY =
  /^(?:-----BEGIN (?:[A-Z]+ )?(?:PUBLIC KEY|CERTIFICATE)|(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-\S{1,20}) AAAA|age1[a-z0-9]{20})/;
/** What pages hand out to every visitor: PostHog, Stripe, Mapbox. */
const PUBLISHED = /^(?:phc_[A-Za-z0-9]{20}|pk_(?:live|test)_[A-Za-z0-9]{10}|pk\.eyJ[A-Za-z0-9])/;
/** `ask_become_pass="-K"`: what another program is told to ask. */
const OPTION = /^-(?:[A-Za-z]|-[a-z][a-z-]*)$/;
const ADDRESS = /^[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>]+$/i;

/** A key of an address's query, or of a list of `key=value`, whose value is a password or key. */
export const SECRET_PARAMETER =
  /[?&;](?:user)?(?:pass(?:word|wd)?|pwd|auth_?token|access_?token|api_?key|secret|sig)=[^&;\s]/i;

/**
 * Empty, a truth value, a duration, a path, an address without credentials, an algorithm, a public
 * key, an option.
 */
export function isPlainFact(value: string): boolean {
  const text = value.trim();
  if ([NOTHING, DURATION, ALGORITHM, PUBLIC_KEY, PUBLISHED, OPTION].some((fact) => fact.test(text))) return true;
  return (
    text.length < 1000 &&
    (PATH.test(text) || (ADDRESS.test(text) && !hasUserInfo(text) && !SECRET_PARAMETER.test(text)))
  );
}

/** Neither a secret nor the place of one. */
export const isHarmlessValue = (value: string): boolean => isPlaceholder(value) || isPlainFact(value);

/** `scheme://user:password@` or `scheme://user@` in front of a host. */
export const hasUserInfo = (url: string): boolean => /^[a-z][a-z0-9+.-]*:\/\/[^/?#\s]*@/i.test(url);

const WORDS_AND_NUMBER = /^[a-z]+(?:[-_][a-z]+)*[-_]?\d{0,4}$/i;

/**
 * One word of letters and digits that nobody would read out: only such a text is a secret where the
 * name leaves doubt.
 */
export const looksGenerated = (value: string): boolean =>
  /^(?=.*[A-Za-z])(?=.*\d)[^\s.:/\\,;@]{8,500}$/.test(value.trim()) && !WORDS_AND_NUMBER.test(value.trim());
