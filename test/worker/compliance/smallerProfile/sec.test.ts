/** Secrets: what the smaller profile leaves out. */
import { CI, fence, type Pair, service, testPairs, workflow } from './pairs';

const ENV = '    environment:\n      POSTGRES_PASSWORD: postgres\n';
const key = (value: string) => `    environment:\n      ACCESS_KEY: ${value}\n`;
const secret = (entry: string) => `    environment:\n      ${entry}\n`;

testPairs([
  ...['placeholder', 'build-only-dummy', '${KEY:-unused-in-build}'].map(
    (value): Pair => [
      'SEC-002',
      ['compose.yaml', service(secret(`SIGNING_KEY: "${value}"`))],
      ['compose.yaml', `services:\n  a:\n    image: postgres:18\n${secret(`POSTGRES_PASSWORD: "${value}"`)}`],
    ],
  ),
  [
    'SEC-002',
    [
      CI,
      'on: push\njobs:\n  a:\n    runs-on: x\n    services:\n      db:\n        image: postgres:18\n        env:\n          POSTGRES_PASSWORD: meow\n    steps: []\n',
    ],
    [CI, 'on: push\njobs:\n  a:\n    runs-on: x\n    env:\n      POSTGRES_PASSWORD: meow\n    steps: []\n'],
  ],
  [
    'SEC-003',
    ['docker-compose.test.yml', service('    command: --dsn=app:Kx8vQ2mZr7@tcp(db:3306)/app\n')],
    ['docker-compose.yml', service('    command: --dsn=app:Kx8vQ2mZr7@tcp(db:3306)/app\n')],
  ],
  ['SEC-007', ['compose.test.yaml', service(ENV)], ['compose.yaml', service(ENV)]],
  [
    'SEC-002',
    ['tests/compose.yaml', service(ENV.replace('postgres\n', 'Kx8vQ2mZr7\n'))],
    ['compose.yaml', service(ENV.replace('postgres\n', 'Kx8vQ2mZr7\n'))],
  ],
  [
    'SEC-003',
    [CI, workflow('psql postgres://app:Kx8vQ2mZr7@localhost/app')],
    [CI, workflow('psql postgres://app:Kx8vQ2mZr7@db.acme.net/app')],
  ],
  [
    'SEC-003',
    ['a.md', '```sh\nexport URL="postgres://app:app@localhost:5432/app"\n```\n'],
    ['a.md', '```sh\nexport URL="postgres://app:Kx8vQ2mZr7@localhost:5432/app"\n```\n'],
  ],
  [
    'SEC-003',
    ['a.md', '```sh\npsql postgres://app:app@127.0.0.1/app\n```\n'],
    ['a.md', '```sh\npsql postgres://app:app@db.acme.net/app\n```\n'],
  ],
  [
    'SEC-003',
    ['a.md', '```sh\npsql postgres://app:app@localhost/app\n```\n'],
    ['a.sh', 'psql postgres://app:app@localhost/app\n'],
  ],
  [
    'SEC-002',
    [CI, workflow('docker run -d -e POSTGRES_PASSWORD=Kx8vQ2mZr7 postgres:18')],
    ['a.sh', 'docker run -d -e POSTGRES_PASSWORD=Kx8vQ2mZr7 postgres:18'],
  ],
  [
    'SEC-002',
    ['dev/compose.yaml', service(key('Kx8vQ2mZr7'))],
    ['dev/compose.yaml', service(key('AKIAQZ7RV3XN5TMBW2HD'))],
  ],
  [
    'SEC-004',
    [CI, workflow('mysql -u root -proot -e "select 1"')],
    ['a.sh', 'mysql -u root -pKx8vQ2mZr7 -e "select 1"'],
  ],
  [
    'SEC-007',
    ['README.md', fence('docker run -e DB_PASSWORD=password a:1')],
    ['README.md', fence('docker run -e DB_PASSWORD=root123 a:1')],
  ],
  [
    'SEC-007',
    ['compose.yaml', service(secret('OPENAI_API_KEY: your-api-key'))],
    ['compose.yaml', service(secret('API_KEY: change-me'))],
  ],
  [
    'SEC-007',
    ['compose.yaml', service(secret('BOT_TOKEN: Your token'))],
    ['compose.yaml', service(secret('JWT_SECRET: your-secret'))],
  ],
  [
    'SEC-007',
    ['compose.example.yaml', service(secret('DB_PASSWORD: changeme'))],
    ['compose.yaml', service(secret('DB_PASSWORD: changeme'))],
  ],
  [
    'SEC-007',
    ['compose.yaml', service(secret('TENCENT_COS_SECRET_KEY: ${TENCENT_COS_SECRET_KEY:-your-secret-key}'))],
    ['compose.yaml', service(secret('SECRET_KEY: ${SECRET_KEY:-your-secret-key}'))],
  ],
  [
    'SEC-007',
    ['README.md', fence('docker run -e GH_TOKEN="ghp_your_token" a:1')],
    ['README.md', fence('docker run -e GH_PASSWORD=qwerty a:1')],
  ],
  ...['sample-keys', 'example_configs', 'examples'].map((folder): Pair => {
    const text = 'openssl pkcs12 -export -in a.crt -inkey a.key -out a.p12 -passout pass:secret';
    return ['SEC-004', [`${folder}/gen.sh`, text], ['keys/gen.sh', text]];
  }),
  ['SEC-004', ['README.md', fence('mysql -pNew#Password1')], ['README.md', fence('mysql -pKx8vQ2mZr7')]],
  ['SEC-004', ['README.md', fence('gpg --passphrase "$PASS" --sign a')], ['a.sh', 'gpg --passphrase "$PASS" --sign a']],
  ['SEC-004', [CI, workflow('gpg --passphrase "$PASS" --sign a')], ['a.sh', 'gpg --passphrase "$PASS" --sign a']],
]);
