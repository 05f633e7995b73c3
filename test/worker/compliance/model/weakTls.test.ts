/** Which versions of TLS and which ciphers of a list are broken. */
import { describe, expect, it } from 'vitest';
import { isWeakProtocol, weakCiphers } from '../../../../src/worker/compliance/model/weakTls';

it.each([
  ...['SSLv2', 'SSLv3', 'sslv3', 'TLSv1', 'TLSv1.0', 'TLSv1.1', 'tls1.0', 'VersionTLS10', 'VersionTLS11'].map((n) => [
    n,
    true,
  ]),
  ...['TLSv1.2', 'TLSv1.3', 'tls1.2', 'VersionTLS12', 'NTLSv1.1', 'all', ''].map((n) => [n, false]),
] as [string, boolean][])('%s: %s', (name, weak) => expect(isWeakProtocol(name)).toBe(weak));

describe('cipher lists', () => {
  it.each<[string, string[], string | undefined]>([
    ['ECDHE-RSA-AES128-GCM-SHA256:!aNULL:!MD5:!RC4:!3DES:!eNULL:!EXPORT', [], 'same'],
    ['AES128-SHA:DES-CBC3-SHA', ['DES-CBC3-SHA'], 'AES128-SHA'],
    ['DES-CBC3-SHA:AES128-SHA:!DES', ['DES-CBC3-SHA'], 'AES128-SHA:!DES'],
    ['DES-CBC3-SHA:AES128-SHA:!3DES', [], 'same'],
    ['EECDH+3DES:EECDH+AES', ['EECDH+3DES'], 'EECDH+AES'],
    ['RC4-MD5:AES128-SHA:!MD5', [], 'same'],
    ['+RC4:-MD5:AES128-SHA', [], 'same'],
    ['NULL-SHA256 ADH-AES128-SHA,AECDH-AES128-SHA', ['NULL-SHA256', 'ADH-AES128-SHA', 'AECDH-AES128-SHA'], undefined],
    ['EXP1024-DES-CBC-SHA:EXPORT56:LOW', ['EXP1024-DES-CBC-SHA', 'EXPORT56', 'LOW'], undefined],
    ['TLS_SM4_GCM_SM3:ECC-SM2-SM4-CBC-SM3:ECDHE-SM4-SM3', [], 'same'],
    ['DES-CBC-SHA:HIGH:!aNULL', ['DES-CBC-SHA'], 'HIGH:!aNULL'],
  ])('%s', (list, names, without) =>
    expect(weakCiphers(list)).toMatchObject({ names, without: without === 'same' ? list : without }),
  );

  it('take everything in, or leave out what has no authentication', () => {
    expect(['HIGH', 'ALL:!ADH', 'HIGH:!aNULL', 'ECDHE-RSA-AES128-GCM-SHA256'].map((l) => weakCiphers(l).wide)).toEqual([
      'HIGH',
      ...[undefined, undefined, undefined],
    ]);
  });
});
