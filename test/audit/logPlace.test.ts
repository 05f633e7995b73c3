import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { logPlace } from '../../src/audit/logPlace';
import { logWriter } from '../../src/audit/logWriter';

const linux = { platform: 'linux', home: '/home/ada' } as const;

it.each([
  ['of the user', {}, {}, { folder: '/home/ada/.local/state/qr-code-master/audit' }],
  ['of the environment', { XDG_STATE_HOME: '/state' }, {}, { folder: '/state/qr-code-master/audit' }],
  ['that is not relative', { XDG_STATE_HOME: 'state' }, {}, { folder: '/home/ada/.local/state/qr-code-master/audit' }],
  ['that is named', { QR_CODE_MASTER_AUDIT: '/srv/log' }, {}, { folder: '/srv/log' }],
  ['of the settings', { QR_CODE_MASTER_AUDIT: '/srv/log' }, { folder: '/other' }, { folder: '/other' }],
  [
    'that is off',
    { QR_CODE_MASTER_AUDIT: 'OFF' },
    {},
    { folder: '/home/ada/.local/state/qr-code-master/audit', off: 'QR_CODE_MASTER_AUDIT' },
  ],
  [
    'that is off by setting',
    { QR_CODE_MASTER_AUDIT: '/srv/log' },
    { enabled: false },
    { folder: '/srv/log', off: 'qrCodeMaster.audit.enabled' },
  ],
  [
    'kept longer',
    { QR_CODE_MASTER_AUDIT: '/a', QR_CODE_MASTER_AUDIT_DAYS: '400' },
    {},
    { folder: '/a', keepDays: 400 },
  ],
  [
    'kept as set',
    { QR_CODE_MASTER_AUDIT: '/a', QR_CODE_MASTER_AUDIT_DAYS: 'x' },
    { keepDays: 500 },
    { folder: '/a', keepDays: 500 },
  ],
])('the place %s', (_, env, settings, place) => {
  expect(logPlace(env, settings, linux)).toEqual(place);
});

it('is where each system keeps such files', () => {
  expect(logPlace({}, {}, { platform: 'darwin', home: '/Users/ada' }).folder).toBe(
    join('/Users/ada', 'Library', 'Application Support', 'qr-code-master', 'audit'),
  );
  expect(logPlace({ LOCALAPPDATA: 'L' }, {}, { platform: 'win32', home: 'C' }).folder).toBe(
    join('L', 'qr-code-master', 'audit'),
  );
});

it.each([
  ['a terminal', 'cli', {}, undefined, 'local', 'terminal'],
  ['an editor', 'editor', {}, undefined, 'local', 'editor'],
  ['SSH', 'cli', { SSH_CONNECTION: '203.0.113.7 50000 192.0.2.1 22' }, undefined, '203.0.113.7', 'ssh'],
  ['SSH over IPv6', 'cli', { SSH_CLIENT: 'fe80::1%eth0 50000 22' }, undefined, 'fe80::1%eth0', 'ssh'],
  ['a remote editor', 'editor', { SSH_CONNECTION: '203.0.113.7 1 2 3' }, 'ssh-remote', '203.0.113.7', 'ssh-remote'],
  ['a remote that tells nothing', 'editor', {}, 'dev-container', 'unknown', 'dev-container'],
  ['what is no address', 'cli', { SSH_CONNECTION: 'x"=1 2' }, undefined, 'unknown', 'ssh'],
] as const)('the source of %s', (_, app, env, remote, source, via) => {
  expect(logWriter(app, env, remote)).toMatchObject({
    ...{ user: userInfo().username, host: hostname(), source, via, app },
  });
});
