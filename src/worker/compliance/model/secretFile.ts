/** Which files hold a secret, by their names alone: what may not lie in an image. */
import { withoutEnd } from '../../text/withoutEnd';
import { nameWords } from './secretName';
import { isTemplateFile } from './templateFile';

const KEPT =
  /^(id_(rsa|dsa|ecdsa|ed25519|xmss)(_sk)?|\.npmrc|\.pypirc|\.netrc|_netrc|\.pgpass|\.my\.cnf|\.git-credentials|\.dockercfg|kubeconfig|.+\.(ppk|kdbx))$/i;
/** Folders of programs that keep their keys there, and what in them is none. */
const FOLDER = /(^|\/)\.(aws|ssh|kube|gnupg)(\/|$)|(^|\/)\.docker\/config\.json$/;
const HARMLESS_IN_FOLDER = /\/\.ssh\/(known_hosts|authorized_keys|config)$|\/\.aws\/config$|\.pub$/;

const ENV_FILE = /^\.env($|\.|\*)/i;
/** Encrypted (dotenv-vault, sops, age, gpg), or source text about the variables. */
const SEALED_ENV = /\.(vault|enc|encrypted|sops|age|gpg|asc|[cm]?[jt]s|md)$/i;

const KEY_FILE = /\.(pem|key|p12|pfx|jks|keystore)$/i;
/** Words of a name, see `nameWords`; a licence lets a program run, and nobody in. */
const PUBLIC =
  /(?:^|_)(?:licen[cs]e|pub|public|pubkeys?|(?:ff)?dhe?\d*|dh_?params?\d*|params|trust|truststores?|cacerts?|known)(?:_|$)/;
/** Keys that package managers check signatures with. */
const PACKAGE_KEY =
  /(?:^|_)(?:gpg|pgp|keyrings?|apt|rpm|dnf|yum|apk|repo|repository|archive)(?:_(?:release|signing|pub))?(?:_key)?$/;
/** Folders that take public keys and certificates alone. */
const PUBLIC_PLACE =
  /(?:^|\/)(?:keyrings?|trusted\.gpg\.d|rpm-gpg|ca-certificates|anchors|certs\.d|trustdb)(?:\/|$)|\/etc\/apk\/keys(?:\/|$)|\/etc\/ssl\/certs(?:\/|$)|\/etc\/apt(?:\/|$)/;
const CERTIFICATE =
  /(?:^|_)(?:ca|\w*certs?|crt|cer|csr|crl|certificates?|chain|fullchain|bundle|root|isrgrootx\d|intermediate)(?:_|$)/;
const PRIVATE = /(?:^|_)\w*(?:key|private)(?:_|$)/;

const DATA_FILE = /\.(json|ya?ml|toml|ini|csv|properties)$/i;
const CREDENTIALS = /(?:^|_)(?:credentials?|client_secrets?|adminsdk)(?:_|$)|^secrets?$/;
const SERVICE_ACCOUNT =
  /(?:^|_)service_?accounts?(?:_?keys?)?(?:_|$)|(?:^|_)(?:gcp|gcloud|google|firebase)_?(?:key|creds|auth)(?:_|$)/;

/**
 * `path` as written behind COPY, and where it is copied to; a pattern (`*.pem`) counts as what it
 * takes.
 */
export function isSecretFile(path: string, target = ''): boolean {
  const name = withoutEnd(path, '/').split('/').at(-1)!;
  if (name.length > 200 || isTemplateFile(name)) return false;
  if (KEPT.test(name)) return true;
  if (FOLDER.test(path)) return !HARMLESS_IN_FOLDER.test(`/${path}`);
  if (ENV_FILE.test(name)) return !SEALED_ENV.test(name);
  return (isKeyFile(name) && !PUBLIC_PLACE.test(target)) || isDataFile(name);
}

/**
 * A `.key`, `.p12` or `.jks` holds a private key whatever it is called, unless it says that it is
 * public; a `.pem` also certificates.
 */
function isKeyFile(name: string): boolean {
  const ending = KEY_FILE.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined) return false;
  const words = nameWords(name.replace(KEY_FILE, ''));
  if (PUBLIC.test(words) || (ending === 'key' && PACKAGE_KEY.test(words))) return false;
  return ending !== 'pem' || PRIVATE.test(words) || !CERTIFICATE.test(words);
}

function isDataFile(name: string): boolean {
  if (!DATA_FILE.test(name)) return false;
  const words = nameWords(name.replace(DATA_FILE, ''));
  return CREDENTIALS.test(words) || (/\.json$/i.test(name) && SERVICE_ACCOUNT.test(words));
}
