import { expect, test } from 'vitest';
import { localLink, movedTo, withHost } from '../../../src/extension/sources/localLink';

test.each([
  'http://localhost:3000/a?b#c',
  'https://127.0.0.1',
  'http://[::1]:8080/',
  'http://0.0.0.0:1/',
  'http://app.localhost/',
])('%s', (text) => {
  expect(localLink(text)).toBeDefined();
});

test.each([
  'https://example.com',
  'localhost:3000',
  'http://localhost.example.com/',
  'ftp://localhost',
  'see http://localhost/',
  'http://128.0.0.1/',
  '',
])('%s is none', (text) => {
  expect(localLink(text)).toBeUndefined();
});

test('another host, everything else as it was', () => {
  const link = localLink('http://me:x@localhost:3000/a%20b?c=d#e')!;
  expect(withHost(link, '192.168.1.7')).toBe('http://me:x@192.168.1.7:3000/a%20b?c=d#e');
  expect(withHost(link, 'fd00::1')).toBe('http://me:x@[fd00::1]:3000/a%20b?c=d#e');
});

test('another root, the path behind its own', () => {
  const link = localLink('http://localhost:3000/a%20b?c=d#e')!;
  expect(movedTo(link, 'https://tunnel.example:8443')).toBe('https://tunnel.example:8443/a%20b?c=d#e');
  expect(movedTo(link, 'https://tunnel.example/proxy/3000/')).toBe('https://tunnel.example/proxy/3000/a%20b?c=d#e');
  expect(movedTo(localLink('http://me:x@localhost/')!, 'https://tunnel.example/')).toBe('https://me:x@tunnel.example/');
});
