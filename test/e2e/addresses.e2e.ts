/**
 * A link to this machine: the user chooses an address that a phone can open, or is told that there
 * is none.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readScreen, shows } from './screen';
import { openSession, type Session } from './session';

const generate = 'QR Code Master: Generate QR Code from Selection';
const link = 'http://localhost:3000/path?a=b';
const folder = mkdtempSync(path.join(tmpdir(), 'qrm-interfaces-'));
const file = path.join(folder, 'interfaces.json');

/** What the machine's networks are from now on. */
const setInterfaces = (found: ReturnType<typeof networkInterfaces>) => writeFileSync(file, JSON.stringify(found));
const inNetwork = (address: string, internal = false) => [
  {
    address,
    netmask: '255.255.255.0',
    family: 'IPv4' as const,
    mac: '00:00:00:00:00:00',
    internal,
    cidr: `${address}/24`,
  },
];
const loopback = { lo: inNetwork('127.0.0.1', true) };

const open = (env: Record<string, string> = {}): Promise<Session> =>
  openSession({
    files: { 'link.txt': link },
    dev: path.join(import.meta.dirname, 'networkExtension'),
    env: { E2E_INTERFACES: file, ...env },
  });

let session: Session;
afterAll(() => rmSync(folder, { recursive: true }));

const rows = async () => {
  const list = session.vsc.quickInput.locator('.monaco-list-row');
  await list.filter({ hasText: link }).waitFor();
  return (await list.locator('.label-name').allTextContents()).map((label: string) => label.replaceAll('\u00a0', ' '));
};
const hint = () => session.vsc.quickInput.locator('input:not([type="checkbox"])').first().getAttribute('placeholder');

async function ask(): Promise<void> {
  await session.vsc.openFile('link.txt');
  await session.vsc.selectAll();
  await session.vsc.command(generate);
}

describe('the port is forwarded to this machine only, as a desktop does', () => {
  beforeAll(async () => {
    setInterfaces({ ...loopback, docker0: inNetwork('172.17.0.1'), eth0: inNetwork('192.168.1.7') });
    session = await open();
  });
  afterAll(() => session?.close());

  test('an address of the machine in its network, the likely one first', async () => {
    await ask();
    expect(await rows()).toEqual([
      'Forwarded Address',
      'http://192.168.1.7:3000/path?a=b',
      'http://172.17.0.1:3000/path?a=b',
      link,
    ]);
    await session.vsc.pick('192.168.1.7');
    const panel = await session.panel();
    await shows(panel, 'http://192.168.1.7:3000/path?a=b');
    expect(await readScreen(session, panel)).toEqual(['http://192.168.1.7:3000/path?a=b']);
  });

  test('a forwarded address that no phone can open is told, and the others stay', async () => {
    await ask();
    await rows();
    await session.vsc.pick('Forwarded Address');
    await expect.poll(rows).toEqual(['http://192.168.1.7:3000/path?a=b', 'http://172.17.0.1:3000/path?a=b', link]);
    expect(await hint()).toContain('127.0.0.1');
    await session.vsc.pick('172.17.0.1');
    const panel = await session.panel();
    await shows(panel, 'http://172.17.0.1:3000/path?a=b');
  });

  test('a machine without a network', async () => {
    setInterfaces(loopback);
    await ask();
    expect(await rows()).toEqual(['Forwarded Address', link]);
    expect(await hint()).toMatch(/^No network address/);
    await session.vsc.pick(link);
    await shows(await session.panel(), link);
  });
});

describe('the port is forwarded to an address that others reach', () => {
  beforeAll(async () => {
    setInterfaces(loopback);
    session = await open({ VSCODE_PROXY_URI: 'https://{{port}}.tunnel.example/' });
  });
  afterAll(() => session?.close());

  test('the path stays', async () => {
    await ask();
    await rows();
    await session.vsc.pick('Forwarded Address');
    const panel = await session.panel();
    await shows(panel, 'https://3000.tunnel.example/path?a=b');
    expect(await readScreen(session, panel)).toEqual(['https://3000.tunnel.example/path?a=b']);
  });
});
