import { describe, expect, it } from 'vitest';
import { secretArguments } from '../../../../src/worker/compliance/model/secretArgument';

/** `|` parts the words. */
const secretsIn = (line: string) =>
  secretArguments(line.split('|').map((text, place) => ({ text, place }))).map((s) => [s.option, s.secret]);

describe('secrets among arguments', () => {
  it.each<[string, [string, string][]]>([
    ['/usr/bin/mysql|-uroot|-ppw', [['-p', 'pw']]],
    ['curl|-H|Authorization: Bearer abc', [['-H', 'abc']]],
    ['curl|-HX-Api-Key: abc', [['-H', 'abc']]],
    [
      'curl|-u|me:pw|-H|proxy-authorization: basic YTpi',
      [
        ['-u', 'pw'],
        ['-H', 'YTpi'],
      ],
    ],
    ['curl|--header=X-Vault-Token: abc', [['--header=', 'abc']]],
    ['sshpass|-p|pw|ssh|-p|22|host', [['-p', 'pw']]],
    ['sshpass|-v|-ppw|scp|-P|22|-p|a|host:', [['-p', 'pw']]],
    ['sshpass|-e|ssh|-p|22|host', []],
    ['helm|registry|login|-u|me|-p|pw', [['-p', 'pw']]],
    ['helm|registry|login|--password|pw', [['--password', 'pw']]],
    ['helm|repo|add|--password|pw', [['--password', 'pw']]],
    ['helm|install|--set|a=b,c.adminPassword=p\\,w', [['--set', 'p\\,w']]],
    ['helm|install|--set|env[0].value=x,tls.secretName=x', []],
    ['kubectl|create|secret|generic|x|--from-literal=key=v=w', [['--from-literal=', 'v=w']]],
    ['kubectl|create|secret|generic|x|--from-literal|user=me', []],
    [
      'kubectl|create|secret|generic|x|--from-literal=MYSQL_SERVER=db.a.svc.cluster.local|--from-literal=APP_ENV=prod',
      [],
    ],
    ['kubectl|--token=abc|get|pods', [['--token=', 'abc']]],
    ['htpasswd|-Bbn|me|pw', [['-b', 'pw']]],
    ['htpasswd|-c|-b|-C|12|file|me|pw', [['-b', 'pw']]],
    ['htpasswd|-c|file|me', []],
    ['psql|-h|db|user=me password=p sslmode=require', [['user=me password=', 'p']]],
    ['psql|select password=1', []],
    ['npm|config|set|//registry.npmjs.org/:_authToken=abc', [['//registry.npmjs.org/:_authToken=', 'abc']]],
    ['npm|config|set|//registry.npmjs.org/:_authToken|abc', [['//registry.npmjs.org/:_authToken', 'abc']]],
    ['composer|config|-g|github-oauth.github.com|abc', [['github-oauth.github.com', 'abc']]],
    ['aws|configure|set|aws_secret_access_key|abc', [['aws_secret_access_key', 'abc']]],
    ['openssl|rsa|-passin|pass:abc|-passout|env:PW', [['pass:', 'abc']]],
    ['keytool|-storepass|changeit|-keypass|abc', [['-keypass', 'abc']]],
    ['docker|run|x|redis-server|--requirepass|abc', []],
    ['redis-server|--requirepass|abc', [['--requirepass', 'abc']]],
    ['--requirepass=abc', [['--requirepass=', 'abc']]],
    ['useradd|-p|!|me', []],
    ['tar|-p|x', []],
  ])('%s', (line, expected) => expect(secretsIn(line)).toEqual(expected));
});
