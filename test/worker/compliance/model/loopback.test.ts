/** Which addresses lead to the own machine. */
import { expect, it } from 'vitest';
import { isLoopback, isOwnAddress } from '../../../../src/worker/compliance/model/loopback';

it.each([
  ['localhost', true],
  ['LOCALHOST:80', true],
  ['127.0.0.1:3100', true],
  ['http://127.1.2.3/loki/api/v1/push', true],
  ['https://[::1]:3100', true],
  ['https://user:password@localhost/', true],
  ['[::1]:514', true],
  ['tcp+tls://localhost:514', true],
  ['::1', true],
  ['https://auth.test.localhost/api', true],
  ['notlocalhost', false],
  ['0.0.0.0', true],
  ['["http://localhost:9200"]'.slice(1), true],
  ['::1:2', false],
  ['[::12]:514', false],
  ['localhost.example.org', false],
  ['http://loki:3100', false],
  ['http://logs.example.org/localhost', false],
  ['http://localhost@logs.example.org', false],
  ['', false],
])('%j: %s', (address, expected) => expect(isOwnAddress(address)).toBe(expected));

it('everybody is not the loopback', () => {
  expect(isLoopback('0.0.0.0')).toBe(false);
});
