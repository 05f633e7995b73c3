import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { credentialIn } from '../../../../src/worker/compliance/model/connectionString';

const AZURE = 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zg==';

describe('a password inside a connection string', () => {
  it.each([
    ['postgres://app:Hunter22@db:5432/app', 'Hunter22', 'db'],
    ['redis://:Hunter22@cache:6379/0', 'Hunter22', 'cache'],
    ['amqp://app:Hunter22@mq', 'Hunter22', 'mq'],
    ['mongodb+srv://app:Hunter22@a.mongo.net,b.mongo.net/x', 'Hunter22', 'a.mongo.net,b.mongo.net'],
    ['smtps://mailer:Hunter22@smtp.internal:465', 'Hunter22', 'smtp.internal'],
    ['app:Hunter22@tcp(db:3306)/app?parseTime=true', 'Hunter22', 'db:3306'],
    ['app:Hunter22@unix(/run/mysqld.sock)/app', 'Hunter22', '/run/mysqld.sock'],
    ['app:Hunter22@(db:3306)/app', 'Hunter22', 'db:3306'],
    ['root:Hunter22@/app', 'Hunter22', ''],
    ['app:Hunter22@db:5432/app', 'Hunter22', ''],
    [':Hunter22@cache:6379', 'Hunter22', ''],
    ['--dsn=app:Hunter22@tcp(db:3306)/app', 'Hunter22', 'db:3306'],
    ['jdbc:mysql://db:3306/x?user=root&password=Hunter22&useSSL=false', 'Hunter22', 'db'],
    ['jdbc:postgresql://db/x?password=Hunter22', 'Hunter22', 'db'],
    ['jdbc:sqlserver://db:1433;databaseName=x;user=sa;password=Hunter22;encrypt=true', 'Hunter22', 'db'],
    ['jdbc:oracle:thin:app/Hunter22@db:1521:xe', 'Hunter22', 'db'],
    ['app/Hunter22@//db:1521/xe', 'Hunter22', 'db'],
    ['postgresql://db/app?user=app&password=Hunter22', 'Hunter22', 'db'],
    ['Server=db;User Id=sa;Password=Hunter22;', 'Hunter22', 'db'],
    ['Password="Hunter22";Data Source=db;Initial Catalog=x', 'Hunter22', 'db'],
    ['Driver={ODBC Driver 18 for SQL Server};Server=db,1433;UID=sa;PWD={Hunter22}', 'Hunter22', 'db'],
    ['host=db port=5432 user=app password=Hunter22 dbname=x', 'Hunter22', 'db'],
    ['Server=db;\n  User Id=sa;\n  Password=Hunter22;\n', 'Hunter22', 'db'],
    ["host=db password='Hunter 22'", 'Hunter 22', 'db'],
    ['cache:6379,password=Hunter22,ssl=True,abortConnect=False', 'Hunter22', 'cache'],
    [`DefaultEndpointsProtocol=https;AccountName=x;AccountKey=${AZURE};EndpointSuffix=core.windows.net`, AZURE, 'x'],
    [
      `Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${AZURE}`,
      AZURE,
      'sb://x.servicebus.windows.net/',
    ],
    [
      'org.apache.kafka.common.security.plain.PlainLoginModule required username="app" password="Hunter22";',
      'Hunter22',
      '',
    ],
    ['Server=db;User Id=sa;Password=changeme', 'changeme', 'db'],
  ])('%s', (text, password, host) => {
    const found = credentialIn(text)!;
    expect(found).toMatchObject({ password, host });
    expect(text.slice(found.at, found.at + password.length)).toBe(password);
    expect(found.start <= found.at && found.end >= found.at + password.length).toBe(true);
  });

  it.each([
    'https://user@host.internal/x',
    'http://shop.internal:8080@x',
    'jdbc:mysql://db/x?user=root',
    `jdbc:mysql://db/x?user=root&password=\${DB_PASSWORD}`,
    'jdbc:mysql://db/x?user=root&password=<password>',
    `app:\${DB_PASSWORD}@tcp(db:3306)/app`,
    'app:****@tcp(db:3306)/app',
    `Server=db;User Id=sa;Password=\${SA_PASSWORD};`,
    'Server=db;User Id=sa;Password={password};',
    'Server=db;User Id=sa;Password=;Encrypt=true',
    'Server=db;Integrated Security=true',
    'host=db user=app dbname=x',
    'host=db user=app password=%(password)s',
    'AccountName=x;AccountKey=',
    'DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
    'https://codecov.io/gh/a/b/badge.svg?token=ABCDEF1234',
    'password=Hunter22',
    'username=admin password=Hunter22 name=x',
    'class A {\n  void map(string user = null, string password = null) { x(); }\n}',
    'nginx:1.29@sha256:0123',
    'git@github.com:owner/name.git',
    'docker.io/library/node:24-alpine',
    '-v data:/var/lib@/x',
    'https://hooks.example.com/x?password=secret',
  ])('none: %s', (text) => expect(credentialIn(text)).toBeUndefined());

  it('never throws and is linear', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        (text) => void credentialIn(`a=${text};password=${text}@${text}`),
      ),
    );
    const start = performance.now();
    for (const unit of [
      'a://',
      'a:b@',
      'host=;',
      'password=',
      'a:1,',
      ' ',
      'user=a;',
      'user=a;\n',
      ' \n',
      'jdbc:oracle:a:b/',
      '?password=$',
    ])
      for (const end of ['', '@', ';password=']) credentialIn(unit.repeat(50_000) + end);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
