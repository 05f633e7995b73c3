import { expect, test, vi } from 'vitest';
import { lanAddresses } from '../../src/extension/lanAddresses';

vi.mock('node:os', () => ({
  networkInterfaces: () => ({
    lo: [{ family: 'IPv4', internal: true, address: '127.0.0.1' }],
    docker0: [{ family: 'IPv4', internal: false, address: '172.17.0.1' }],
    tun0: [{ family: 'IPv4', internal: false, address: '100.64.0.9' }],
    wlan0: [
      { family: 'IPv6', internal: false, address: 'fe80::1' },
      { family: 'IPv4', internal: false, address: '192.168.1.7' },
    ],
  }),
}));

test('other machines reach the first of them most likely', () => {
  expect(lanAddresses().map(({ address }) => address)).toEqual(['192.168.1.7', '100.64.0.9', '172.17.0.1']);
});
