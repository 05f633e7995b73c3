/** Answers of every kind that is taken. */
import fc from 'fast-check';
import type { ScaffoldAnswers } from '../../../../src/worker/protocol/scaffold';

const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const hostName = fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join('.'));
const octet = fc.integer({ min: 0, max: 255 });
/** Of another host: a log server on this one keeps logs here. */
const first = fc.integer({ min: 1, max: 223 }).filter((n) => n !== 127);
const address = fc.tuple(first, octet, octet, octet).map((octets) => octets.join('.'));
const network = fc.oneof(
  address,
  fc.tuple(address, fc.integer({ min: 16, max: 32 })).map(([written, prefix]) => {
    const bits = written.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
    const first = bits - (bits % 2 ** (32 - prefix));
    return `${[24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join('.')}/${prefix}`;
  }),
);
const whole = (min: number, max: number) => fc.integer({ min, max }).map(String);
const folder = fc
  .tuple(
    fc.constantFrom('/srv', '/data', '/mnt'),
    fc.array(fc.stringMatching(/^[a-zA-Z0-9][\w.-]{0,8}$/), { minLength: 1, maxLength: 3 }),
  )
  .map(([root, parts]) => [root, ...parts].join('/'));
const digest = fc.oneof(fc.constant(''), fc.stringMatching(/^sha256:[0-9a-f]{64}$/));

export const goodAnswers: fc.Arbitrary<ScaffoldAnswers> = fc.record(
  {
    name: fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8})?$/),
    registry: fc
      .tuple(hostName, fc.option(whole(1, 65_535)), fc.array(label, { maxLength: 2 }))
      .map(([host, port, folders]) => [port === null ? host : `${host}:${port}`, ...folders].join('/')),
    tag: fc.stringMatching(/^v?[1-9]\.[0-9]{1,2}(\.[0-9])?(-rc\.[1-9])?$/),
    port: whole(1024, 65_535),
    domain: hostName,
    listen: address,
    source: network,
    admin: network,
    'log-server': fc.oneof(hostName, address),
    uploads: folder,
    'upload-size': whole(1, 100),
    'keep-days': fc.constantFrom('1', '3', '7', '10', '14', '30', '60', '90'),
    backup: fc
      .tuple(hostName, folder, fc.constantFrom('sftp:backup@', 'rest:https://', 's3:https://'))
      .map(([host, path, way]) => (way.startsWith('sftp') ? `${way}${host}:${path}` : `${way}${host}${path}`)),
    'python-digest': digest,
    'proxy-digest': digest,
    ci: fc.constantFrom('github', 'gitlab'),
  },
  { requiredKeys: [] },
);
