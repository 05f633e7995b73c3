/** Passwords that everybody tries first, and settings that ask for none. */
import { nameWords } from './secretName';

const COMMON = new Set(
  (
    'admin admin1 admin12 admin123 admin1234 admin123456 admin@123 admin888 administrator root root1 root12 root123 root1234 root123456 root@123 toor ' +
    'password password1 password123 password! passwd passw0rd p@ssw0rd p@ssword pass pass123 secret mysecret supersecret topsecret secretkey ' +
    'secret-key secret_key mypassword mysecretpassword my-secret-pw default guest user user123 test test123 testing demo example sample dev development ' +
    'postgres postgresql mysql mariadb mongo mongodb redis rabbitmq elastic elasticsearch kibana grafana minio minioadmin minio123 nacos zabbix ' +
    'keycloak wordpress oracle sa tiger zookeeper kafka jenkins gitlab nexus nexus123 harbor12345 airflow superset metabase ' +
    'qwerty qwerty123 letmein welcome welcome1 abc123 abcd1234 1q2w3e4r 1qaz2wsx 111111 000000 888888 666666 123123 123321 654321 ' +
    '1234 12345 123456 1234567 12345678 123456789 1234567890 0123456789 q1w2e3r4 asdf1234 iloveyou'
  ).split(' '),
);
const TO_CHANGE =
  /^(?:please[_-]?)?(?:change|replace|update)[_ -]?(?:me|it|this|that|with)|^(?:[a-z]{2,7}[-_])?(?:your|my)[_ -]?(?:[a-z0-9]+[_ -])*(?:password|passwd|secret|token|key|pw|id)(?:[_ -](?:goes[_ -])?here)?$|^(?:todo|fixme|insert|put|enter)[_ -]|^[a-z0-9]+(?:[_ -][a-z0-9]+)*[_ -](?:goes[_ -])?here$|^(?:请|你的|您的)/i;

/**
 * What the operator chooses holds as it stands; these a service hands out, and what stands in their
 * place opens nothing.
 */
const ISSUED =
  /(?:api_?key|token|access_?key(?:_id)?|client_secret|secret_access_key|webhook_secret)\d*$|^(?:\w+_)?(?:aws|aliyun|alibaba|oss|tencent|cos|huawei|obs|volcengine|tos|baidu|qiniu|s3|r2|oci)_(?:\w+_)?(?:secret|secret_?key|secret_?id)$/;
const FOR_A_CHOICE = /^(?:please[_-]?)?(?:change|replace|update)[_ -]?(?:me|it|this|that)/i;

/**
 * In a document these words stand for the reader's own password; in a file that runs they are the
 * password.
 */
const READERS =
  /^(?:my|your|the|some)?[-_]?(?:super|strong)?[-_]?(?:secret|secure)?[-_]?(?:password|passwd|pass|pwd|pw|user|login|secret|token|key|value|example)$/i;
const SPEAKS_OF_ITSELF = /password|passwd|example|placeholder|密码|口令/i;

/** `changeme`, `your-api-key`, `insert token here`: to be replaced before use. */
export const isToChange = (value: string): boolean => value.length <= 60 && TO_CHANGE.test(value.trim());

/**
 * `your-api-key` for an API key: nobody takes it for one, whereas a password `your-password` is one
 * from then on.
 */
export const isGapForIssued = (name: string, value: string): boolean =>
  ISSUED.test(nameWords(name)) && isToChange(value) && !FOR_A_CHOICE.test(value.trim());

/** `password`, `my-secret-pw`, `changeme` in a text for people. */
export const standsForReaders = (value: string): boolean => READERS.test(value.trim()) || isToChange(value);

/** `New#Password123`: in a text for people most likely an example. */
export const looksLikeExample = (value: string): boolean => value.length <= 60 && SPEAKS_OF_ITSELF.test(value);

const MADE_UP =
  /dummy|placeholder|fake|blah|not[-_]?(?:a[-_]?)?(?:used|needed|real|secret)|unused|build[-_]?(?:only|time)|precompile|collectstatic/i;

/**
 * `build-only-dummy-key`: says itself that it opens nothing; programs that want any text at all to
 * build with are given it.
 */
export const isMadeUpSecret = (value: string): boolean => value.length <= 80 && MADE_UP.test(value);

/** `changeme`, `admin`, `123456`, `your-secret-here` … in any case. */
export const isDefaultSecret = (value: string): boolean => {
  const text = value.trim();
  return COMMON.has(text.toLowerCase()) || isToChange(text);
};

const ALLOWS_NONE =
  /^(?:mysql|mariadb)_allow_empty_(?:root_)?password$|^allow_(?:empty_password|anonymous_login|none_authentication)$|^authentication_anonymous_access_enabled$|^disable_security_plugin$|^plugins_security_disabled$/;
/** Names that ask for a password while they are on (Elasticsearch, mongo-express). */
const ASKS = /^(?:xpack_security_enabled|me_config_basicauth)$/;

/**
 * `MYSQL_ALLOW_EMPTY_PASSWORD=yes`, `POSTGRES_HOST_AUTH_METHOD=trust`, `ALLOW_ANONYMOUS_LOGIN=yes`,
 * `xpack.security.enabled=false`, `NEO4J_AUTH=none`.
 */
export function allowsNoPassword(name: string, value: string): boolean {
  const words = nameWords(name);
  const text = value.trim();
  if (words === 'postgres_host_auth_method') return text.toLowerCase() === 'trust';
  if (words === nameWords('NEO4J_AUTH')) return text.toLowerCase() === 'none';
  const isOff = /^(?:no|false|0|off|n)$/i.test(text);
  return (isOff ? ASKS : ALLOWS_NONE).test(words) && text !== '';
}

/** Grafana: who does not log in has this role, and as these two changes everything. */
const VISITORS_ROLE = /^gf_auth_anonymous_org_role$/;
const VISITORS = /^gf_auth_anonymous_enabled$/;

/** The setting that makes an administrator of whoever comes without a password. */
export function givesVisitorsRights<S extends { name: string; literal: string | undefined }>(
  settings: readonly S[],
): S | undefined {
  const role = settings.find(({ name }) => VISITORS_ROLE.test(nameWords(name)));
  const areLetIn = settings.some(
    ({ name, literal }) => VISITORS.test(nameWords(name)) && /^true$/i.test(literal ?? ''),
  );
  return areLetIn && /^(?:admin|editor)$/i.test(role?.literal ?? '') ? role : undefined;
}
