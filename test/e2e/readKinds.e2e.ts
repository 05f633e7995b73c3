/** What a code says by its kind: fields by name, secrets masked; a form to change it, a link opened. */
import type { FrameLocator, Locator, Page, Route } from 'playwright-core';
import QRCode from 'qrcode';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shows } from './screen';
import { openSession, type Session } from './session';

const SEED = 'JBSWY3DPEHPK3PXP';
const HIDDEN = '••••••••';
const CONTACT = 'BEGIN:VCARD\nVERSION:3.0\nN:Lovelace;Ada\nFN:Ada Lovelace\nEMAIL:ada@example.com\nEND:VCARD';
const LINK = 'https://example.com/a/long%20path?b=1#end';

/** File, text, kind and fields as they are shown. */
const KINDS: [name: string, text: string, kind: string, fields: Record<string, string>][] = [
  [
    'contact.png',
    CONTACT,
    'Contact (vCard)',
    { 'First name': 'Ada', 'Last name': 'Lovelace', Email: 'ada@example.com' },
  ],
  [
    'event.png',
    'BEGIN:VEVENT\nSUMMARY:Launch\nDTSTART:20260131T093000\nLOCATION:Hall 3\nEND:VEVENT',
    'Calendar event',
    { Title: 'Launch', Start: '2026-01-31 09:30', Place: 'Hall 3' },
  ],
  [
    'seed.png',
    `otpauth://totp/ACME:ada?secret=${SEED}&issuer=ACME`,
    'One-time password',
    { Service: 'ACME', Account: 'ada', 'Secret (Base32)': HIDDEN },
  ],
  [
    'payment.png',
    'BCD\n002\n1\nSCT\n\nRed Cross\nDE89370400440532013000\nEUR12.34',
    'SEPA payment',
    { Payee: 'Red Cross', IBAN: 'DE89370400440532013000', 'Amount in euro': '12.34' },
  ],
  [
    'place.png',
    'geo:39.9,116.4?q=39.9,116.4(Gate)',
    'Place',
    { Latitude: '39.9', Longitude: '116.4', 'Name of the place': 'Gate' },
  ],
];

let session: Session;
let panel: FrameLocator;
beforeAll(async () => {
  const files: Record<string, string | Uint8Array> = {
    'link.png': await QRCode.toBuffer(LINK),
    'contact.vcf': CONTACT,
  };
  for (const [name, text] of KINDS) files[name] = await QRCode.toBuffer(text);
  session = await openSession({ files });
});
afterAll(() => session?.close());

async function read(name: string): Promise<Locator> {
  await session.vsc.explorerMenu(name, 'Decode QR Code in Image');
  panel = await session.panel();
  const row = panel.locator(`.picture-card[aria-label="${name}"] .row`);
  await row.waitFor();
  return row;
}

test('contact, event, one-time password, payment and place: kind and fields, the seed asked for', async () => {
  for (const [name, , kind, fields] of KINDS) {
    const row = await read(name);
    expect(await row.locator('.kind').textContent()).toBe(kind);
    const names = await row.locator('dt').allTextContents();
    const values = await row.locator('dd').allTextContents();
    expect(Object.fromEntries(names.map((each, i) => [each, values[i]])), name).toMatchObject(fields);
    if (name !== 'seed.png') continue;
    expect(await panel.locator('html').evaluate((html) => html.outerHTML)).not.toContain(SEED);
    await row.getByRole('button', { name: 'Show', exact: true }).click();
    await expect.poll(() => row.locator('dl').textContent()).toContain(SEED);
    await row.getByRole('button', { name: 'Hide', exact: true }).click();
    await expect.poll(() => row.textContent()).not.toContain(SEED);
  }
  expect(session.logged()).not.toContain(SEED);
});

test('Edit in Form: the fields of what is shown, and a symbol of what is changed', async () => {
  const { vsc } = session;
  await vsc.openFile('contact.vcf');
  await vsc.selectAll();
  await vsc.command('QR Code Master: Generate QR Code from Selection');
  panel = await session.panel();
  await shows(panel, 'ada@example.com');
  await panel.locator('#page-make').getByRole('button', { name: 'Edit in Form' }).first().click();
  const email = panel.locator('.form-grid').getByLabel('Email', { exact: true });
  await expect.poll(() => email.inputValue()).toBe('ada@example.com');
  await email.fill('countess@example.com');
  await email.press('Enter');
  await shows(panel, 'countess@example.com');
});

test('a link opens when its whole address was confirmed, and not before', async () => {
  const { context, page } = session.vsc;
  /** Asked of a machine that no scenario may reach. */
  const asked: string[] = [];
  await context.route(
    ({ hostname }: URL) => hostname === 'example.com',
    async (route: Route) => {
      asked.push(route.request().url());
      await route.abort('blockedbyclient');
    },
  );
  const row = await read('link.png');
  const opened: string[] = [];
  context.on('page', (other: Page) => opened.push(other.url()));
  const dialog = page.locator('.monaco-dialog-box');
  const ask = async (answer: string) => {
    await row.getByRole('button', { name: 'Open Link… 1' }).click();
    await dialog.waitFor();
    expect(await dialog.textContent()).toContain(LINK);
    await dialog.locator('.monaco-button', { hasText: answer }).first().click();
  };
  await ask('Cancel');
  await dialog.waitFor({ state: 'detached' });
  expect(opened).toEqual([]);
  expect(asked).toEqual([]);
  await ask('Open');
  // VS Code itself may ask once more, for any address.
  await expect
    .poll(async () => {
      const own = dialog.locator('.monaco-button', { hasText: /^Open$/ });
      if ((await dialog.filter({ hasText: 'external website' }).count()) > 0) await own.first().click();
      return asked;
    })
    .toEqual([LINK.replace(/#.*/, '')]);
});
