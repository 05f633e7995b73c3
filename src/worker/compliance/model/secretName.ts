/** Whether a variable's name says that its value is a secret, and whether a value is a literal one (fact T27). */
import { UNKNOWN } from './value';

const INSIDE = /password|passwd|passphrase|secret|token|apikey|api[_-]?key|access[_-]?key|private[_-]?key|credential/i;
const WORD = new Set(['pass', 'pwd', 'auth', 'salt']);
const BEFORE_KEY = new Set(['secret', 'encryption', 'signing']);
const HARMLESS_END =
  /(_|-)(file|path|dir|name|version|ttl|length|enabled|header|expiry|expires|expiration|timeout|url|uri|host|port|user|username|type|count|size|min|max|policy|algorithm|required|prefix|arn)$/i;

/** `MYAPIKEY`, `DB_PASS`, `signingKey`; not `PASSPORT_ID`, `KEYBOARD`, `AUTHOR`, `*_FILE`, `PUBLIC_*`. */
export function isSecretName(name: string): boolean {
  if (/^AWS_ACCESS_KEY_ID$/i.test(name)) return true;
  if (HARMLESS_END.test(name) || /^(next_|nuxt_|vite_|react_app_)?public[_-]|public[_-]?key$|key[_-]id$/i.test(name)) return false;
  if (INSIDE.test(name)) return true;
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[_\-.]/);
  return words.some((w, i) => WORD.has(w) || (w === 'key' && BEFORE_KEY.has(words[i - 1] ?? '')));
}

/** Text that ships as it is: no variable, no path, no switch, not empty. */
export function isLiteralSecret(resolved: string): boolean {
  const text = resolved.trim();
  if (text === '' || text.includes(UNKNOWN) || text.includes('${{')) return false;
  if (/^(true|false|yes|no|on|off|null|none|disabled|enabled|\d{1,3})$/i.test(text)) return false;
  return !/^(\.{0,2}\/|~\/|[A-Za-z]:\\)/.test(text) && !/^<[^>]*>$/.test(text);
}

const DEFAULTS = new Set(
  'changeme change_me change-me changeit admin administrator 123456 12345678 123456789 1234 12345 password passw0rd p@ssw0rd password123 pass root toor postgres mysql mariadb mongo redis rabbitmq guest minioadmin secret test example default qwerty letmein admin123 root123 abc123 your_password yourpassword your-password mysecretpassword supersecret'.split(
    ' ',
  ),
);

/** A password that everybody tries first. */
export const isDefaultPassword = (resolved: string): boolean => DEFAULTS.has(resolved.trim().toLowerCase());

/** Variables that switch authentication off. */
export function allowsNoPassword(name: string, resolved: string): boolean {
  if (name === 'POSTGRES_HOST_AUTH_METHOD') return resolved.trim() === 'trust';
  const switches =
    /^(MYSQL_ALLOW_EMPTY_PASSWORD|MARIADB_ALLOW_EMPTY_ROOT_PASSWORD|MARIADB_ALLOW_EMPTY_PASSWORD|ALLOW_EMPTY_PASSWORD|ALLOW_ANONYMOUS_LOGIN)$/;
  return switches.test(name) && /^(1|true|yes|y|on)$/i.test(resolved.trim());
}
