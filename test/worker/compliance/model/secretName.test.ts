import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowsNoPassword, isDefaultSecret } from '../../../../src/worker/compliance/model/defaultSecret';
import { literalOf } from '../../../../src/worker/compliance/model/literal';
import { asksForSecret, isSecretName, isSecretSetting } from '../../../../src/worker/compliance/model/secretName';
import { isHarmlessValue } from '../../../../src/worker/compliance/model/secretValue';

const SECRETS =
  'DB_PASSWORD MYAPIKEY DB_PASS apiKey API-KEY accessKey AWS_SECRET_ACCESS_KEY AWS_ACCESS_KEY_ID SECRET_KEY JWT_SECRET authToken ' +
  'private_key PGPASSWORD MYSQL_PWD BASIC_AUTH PASSWORD_SALT SECRET_KEY_BASE DB_PASSWORD_PROD PASSWORD1 API_KEY_2 MINIO_SECRETKEY AUTH_KEY ENCRYPTION_KEY signingKey DBPassword clientCredentials pass TOKEN';
const OTHERS =
  'PASSPORT_ID KEYBOARD AUTHOR AUTHORS DB_PASSWORD_FILE SECRET_PATH CREDENTIALS_DIR SECRET_NAME TOKEN_VERSION TOKEN_TTL PASSWORD_LENGTH ' +
  'AUTH_ENABLED PUBLIC_TOKEN RSA_PUBLIC_KEY STRIPE_KEY_ID KEY SORT_KEY COMPASS BYPASS PWDX SALTED POSTGRES_HOST_AUTH_METHOD PORT ' +
  'REGISTRY_AUTH_HTPASSWD_REALM AUTH_DOMAIN AUTH_SERVER AUTH_SOURCE SECRETS_BACKEND PASS_MIN_LEN TOKEN_EXPIRE KAFKA_SSL_KEYSTORE_CREDENTIALS ' +
  'KAFKA_CFG_SSL_TRUSTSTORE_CREDENTIALS PASS_SCHEME SALT_ROUNDS PASSWORD_MIN_LENGTH KEYCLOAK_URL AUTH_METHOD PASSWORD_RESET_TEMPLATE ' +
  'TOKEN_BUCKET_RATE AUTH_COOKIE PASSWORDLESS ENABLE_AUTH USE_TOKEN TOKENIZERS_PARALLELISM NEXT_PUBLIC_MAP_TOKEN SECRETARY_NAME AUTH_CLIENT_ID MINIO_ACCESS_KEY';

describe('a secret by its name', () => {
  it.each(SECRETS.split(' '))('%s', (name) => expect(isSecretName(name)).toBe(true));
  it.each(OTHERS.split(' '))('not %s', (name) => expect(isSecretName(name)).toBe(false));

  it('does not depend on case or separators', () => {
    const word = fc.constantFrom(
      'db',
      'my',
      'app',
      'api_key',
      'password',
      'port',
      'pass',
      'auth',
      'file',
      'id',
      'public',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const name = words.join('_');
        const verdict = isSecretName(name);
        expect(isSecretName(name.toUpperCase())).toBe(verdict);
        expect(isSecretName(name.replaceAll('_', '-'))).toBe(verdict);
        expect(isSecretName(name.replace(/_(\w)/g, (_, c: string) => c.toUpperCase()))).toBe(verdict);
      }),
    );
  });

  it('is never made one by a word that only contains a short one', () => {
    const short = fc.constantFrom('pass', 'pwd', 'auth', 'salt');
    const letters = fc.stringMatching(/^[A-Z]{1,4}$/);
    fc.assert(
      fc.property(short, letters, (s, l) => {
        const name = `${s.toUpperCase()}${l}`;
        expect(isSecretName(`X_${name}`)).toBe(/^PASSWDS?$/.test(name));
      }),
    );
  });

  it('ends with a file, a path, a switch: none', () => {
    const suffix = fc.constantFrom('FILE', 'PATH', 'DIR', 'NAME', 'VERSION', 'TTL', 'LENGTH', 'ENABLED');
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z_]{0,20}$/), suffix, (front, s) => {
        expect(isSecretName(`${front}_${s}`)).toBe(false);
      }),
    );
  });
});

describe('a value of a secret name', () => {
  it.each([
    '',
    'true',
    'no',
    '0',
    '/run/secrets/x',
    './creds.json',
    'secrets/db.txt',
    '<token>',
    '你的密码',
    '密码',
    '{{ token }}',
    'sk-ant-...',
    'sk-…abcd',
    'phc_bIjZL7oh2GEUd2vqvTBH8WvrX0fWTFQMs6H5KQxiUxU',
    'pk_live_51HxYzQwErTyUiOp',
    '-K',
    '--ask-pass',
    'ENC[AES256_GCM,data:x]',
  ])('harmless: %s', (value) => expect(isSecretSetting('DB_PASSWORD', value)).toBe(false));
  it.each([
    ['SALT', '10'],
    ['TOKEN', '3600'],
    ['JWT_SECRET_2', 'RS256'],
    ['PASS', 'BLF-CRYPT'],
    ['PASSWORD', 'argon2id'],
    ['PROXY_PASS', 'http://app:8000'],
    ['PROXY_PASS', 'app:8000'],
    ['ACCESS_TOKEN', '15m'],
    ['SIGNING_KEY', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA ci@host'],
    ['AUTH', 'github'],
    ['PASSWORD_STORE_IMPL', 'vault-kv-2'],
    ['TOKEN_BACKEND_X', 'redis-cluster-01'],
  ])('none by what it is: %s=%s', (name, value) => expect(asksForSecret(name, value)).toBe(false));
  it.each([
    ['PASSWORD_ADMIN', 'Adm1n2024x'],
    ['SECRET_ID', '0f8a3c1e-77aa-4c1b-9e55-2f0d9b6a1c3d'],
    ['DB_PASSWORD', '123456'],
    ['BASIC_AUTH', 'ada:1234'],
    ['JWT_SECRET_KEY', 'changeme'],
  ])('one: %s=%s', (name, value) => expect(isSecretSetting(name, value)).toBe(true));
  it('a mark to be filled in counts in a build alone', () => {
    expect(asksForSecret('TOKEN', '<token>')).toBe(true);
    expect(isSecretSetting('TOKEN', '<token>')).toBe(false);
  });
  it.each(['hunter2', 'a/b+c==', 'true story', '12', '/+/ab=='])('secret: %s', (value) =>
    expect(isSecretSetting('DB_PASSWORD', value)).toBe(true),
  );
  it('of a name that ends in auth: no way of asking', () => {
    for (const way of ['htpasswd', 'plain', 'LOGIN', 'scram-sha-256'])
      expect(isSecretSetting('REGISTRY_AUTH', way)).toBe(false);
    expect(isSecretSetting('REGISTRY_AUTH', 'dXNlcjpodW50ZXIy')).toBe(true);
    expect(isSecretSetting('DB_PASSWORD', 'login')).toBe(true);
  });

  it('an example out of a manual: harmless', () => {
    expect(isSecretSetting('AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE')).toBe(false);
    expect(isSecretSetting('AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLF')).toBe(true);
  });

  it('of a URL name only with user information', () => {
    expect(isSecretSetting('TOKEN_URL', 'https://idp.internal/token')).toBe(false);
    expect(isSecretSetting('SECRETS_URL', 'https://a:b@vault')).toBe(true);
    expect(isSecretSetting('MAX_TOKENS', '4096')).toBe(false);
  });
  it('takes no time to tell', () => {
    const start = performance.now();
    for (const text of ['a_'.repeat(50_000), 'your_'.repeat(20_000), './'.repeat(50_000), 'A'.repeat(100_000)]) {
      isSecretName(text);
      isHarmlessValue(text);
      isDefaultSecret(text);
      isDefaultSecret(text.slice(0, 58));
      allowsNoPassword(text, text);
    }
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe('a literal', () => {
  it.each([
    ['abc', 'abc'],
    ['"abc"', 'abc'],
    [`'a"b'`, 'a"b'],
    [`\${X:-changeme}`, 'changeme'],
    [`"\${X-a\${Y:-b}}"`, 'ab'],
    ['pa$$word', 'pa$word'],
    ['|-\n  text\n', 'text'],
    [`\${X}`, undefined],
    ['$X', undefined],
    [`\${X:?}`, undefined],
    [`prefix-\${X}`, undefined],
  ])('%s', (raw, literal) => expect(literalOf({ raw })).toBe(literal));
});

describe('a default password', () => {
  it.each([
    'changeme',
    'ChangeMe!',
    'change-this',
    'admin',
    '123456',
    'password',
    'root',
    'postgres',
    'minioadmin',
    'your-secret-here',
    'your_db_password',
    'yourpassword',
    'sk-your-openai-key',
    'replace-with-a-random-string',
    'token_goes_here',
  ])('%s', (value) => expect(isDefaultSecret(value)).toBe(true));
  it.each(['', 'b7Qp-29xk', 'rooted', 'adminton', 'exchange'])('not %s', (value) =>
    expect(isDefaultSecret(value)).toBe(false),
  );
  it('or none at all', () => {
    expect(allowsNoPassword('MYSQL_ALLOW_EMPTY_PASSWORD', 'yes')).toBe(true);
    expect(allowsNoPassword('MARIADB_ALLOW_EMPTY_ROOT_PASSWORD', '1')).toBe(true);
    expect(allowsNoPassword('ALLOW_ANONYMOUS_LOGIN', 'no')).toBe(false);
    expect(allowsNoPassword('POSTGRES_HOST_AUTH_METHOD', 'trust')).toBe(true);
    expect(allowsNoPassword('POSTGRES_HOST_AUTH_METHOD', 'scram-sha-256')).toBe(false);
  });
});
