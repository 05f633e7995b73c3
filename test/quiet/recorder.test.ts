/** The recorder sees every way out that Node has: else its silence would prove nothing. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recorder } from './recorder';

const WAYS: Record<string, [script: string, seen: RegExp]> = {
  'a socket': ["require('net').connect(9, '127.0.0.1').on('error', () => {})", /^TCP/],
  'a socket of the machine': ["require('net').connect('/nowhere').on('error', () => {})", /^PIPECONNECT/],
  'a server': ["require('net').createServer().listen(0, '127.0.0.1', function () { this.close() })", /^TCPSERVER/],
  'a server of the machine': ["require('net').createServer().listen('/no/such').on('error', () => {})", /^PIPESERVER/],
  'a datagram': ["require('dgram').createSocket('udp4').close()", /^UDP/],
  'a look-up': ["require('dns').lookup('name.invalid', () => process.exit())", /^GETADDRINFO/],
  'a look-up that is promised': ["require('dns').promises.lookup('name.invalid').catch(() => {})", /^GETADDRINFO/],
  'a question to a name server': ["require('dns').resolve4('name.invalid', () => {}); process.exit()", /^QUERY/],
  'a page': ["require('http').get('http://127.0.0.1:9').on('error', () => {})", /^TCP/],
  'a page over TLS': ["require('https').get('https://127.0.0.1:9').on('error', () => {})", /^TLS/],
  'a page by HTTP/2': ["require('http2').connect('http://127.0.0.1:9').on('error', () => {})", /^TCP/],
  'a page that is fetched': ["fetch('http://127.0.0.1:65000').catch(() => {})", /^fetch$/],
  'a program': ["require('child_process').spawn('true').on('error', () => {})", /^PROCESS/],
  'a program in a shell': ["require('child_process').exec('true')", /^PROCESS/],
  'a program that is waited for': ["require('child_process').spawnSync('true')", /^spawnSync$/],
  'a file that is run and waited for': ["try { require('child_process').execFileSync('true') } catch {}", /^execFile/],
  'a shell that is waited for': ["try { require('child_process').execSync('true') } catch {}", /^execSync$/],
  'a script in a process': ["require('child_process').fork('-').on('error', () => {}).kill()", /^PROCESS/],
  'a door for debuggers': ["require('inspector').open(0, '127.0.0.1'); process.exit()", /^open$/],
  'native code': ["try { process.dlopen({ exports: {} }, '/no/such.node') } catch {}", /^dlopen$/],
  'a socket of a thread': [
    `new (require('worker_threads').Worker)("require('net').connect(9, '127.0.0.1').on('error', () => {})",
      { eval: true, env: {} })`,
    /^TCP/,
  ],
  'a socket of a thread of a thread': [
    `new (require('worker_threads').Worker)("new (require('worker_threads').Worker)(" +
      JSON.stringify("require('net').connect(9, '127.0.0.1').on('error', () => {})") + ", { eval: true, env: {} })",
      { eval: true, env: {} })`,
    /^TCP/,
  ],
};

it.each(Object.entries(WAYS))('sees %s', (_, [script, seen]) => {
  const record = recorder();
  try {
    spawnSync(process.execPath, ['--require', record.file, '-e', script], { timeout: 20_000 });
    expect(record.reached().map(({ reached }) => reached)).toContainEqual(expect.stringMatching(seen));
  } finally {
    record.remove();
  }
});

it('sees nothing in a program that reads and writes files alone', () => {
  const record = recorder();
  const script = "require('fs').promises.readFile('package.json').then(({ length }) => console.log(length))";
  const { status } = spawnSync(process.execPath, ['--require', record.file, '-e', script], { input: 'standard input' });
  expect([status, record.reached(), record.watched().length]).toEqual([0, [], 1]);
  record.remove();
});

it('counts, among other people’s code, what ours asks for', () => {
  const record = recorder(undefined, join('ours', 'dist'));
  const outside = "require('net').connect(9, '127.0.0.1').on('error', () => {})";
  const inside = `require('vm').runInThisContext("(r) => r('net').connect(9, '127.0.0.1').on('error', () => {})",
    { filename: '/x/ours/dist/a.js' })(require)`;
  const run = (script: string) =>
    spawnSync(process.execPath, ['--require', record.file, '-e', script, '--', '--type=extensionHost']);
  run(outside);
  expect([record.reached(), record.watched().length]).toEqual([[], 1]);
  run(inside);
  expect(record.reached()).not.toEqual([]);
  record.remove();
});
