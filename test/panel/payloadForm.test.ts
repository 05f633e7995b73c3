/** The form of a payload in a real browser. */
import { describe, expect, it } from 'vitest';
import { noBrowser } from '../browser';
import { FORMS } from './forms';
import { panelOpener } from './openPanel';
import { card, makes, state } from './states';

describe.skipIf(noBrowser)('payloadForm', () => {
  const open = panelOpener();

  it('shows no field as wrong before it was touched', async () => {
    const panel = await open(state());
    await panel.send({ type: 'forms', forms: FORMS });
    const { page } = panel;
    for (const [i, { fields }] of FORMS.entries()) {
      await page.locator('#form-kind').selectOption({ index: i });
      if (!fields.some(({ required }) => required)) continue;
      const wrong = page.locator('vscode-textfield:invalid, vscode-textfield[invalid]');
      expect(await wrong.count(), FORMS[i]!.kind).toBe(0);
    }
  });

  it('closes the form and forgets its secrets when symbols come, but never while something is typed into it', async () => {
    const panel = await open(state());
    const { page } = panel;
    const form = page.locator('.form.payload');
    const isOpen = () => form.evaluate((details: HTMLDetailsElement) => details.open);
    await panel.send({ type: 'forms', forms: FORMS });
    await page.locator('#form-kind').selectOption('wifi');
    const password = page.locator('.form-grid input[type="password"]');
    await password.fill('hunter2!');
    await panel.send({ type: 'state', state: state({ view: 2, symbols: [card('followed')] }) });
    expect([await isOpen(), await password.inputValue()]).toEqual([true, 'hunter2!']);
    await password.press('Enter');
    await panel.send({ type: 'state', state: state({ view: 3, symbols: [card('WIFI:T:WPA;S:a;P:hunter2!;;')] }) });
    expect([await isOpen(), await password.inputValue()]).toEqual([false, '']);
    // Another look of the same symbols is no reason to close it.
    await form.locator('summary').click();
    await page.locator('#tab-make').focus();
    await panel.send({ type: 'state', state: state({ view: 4, symbols: [card('WIFI:T:WPA;S:a;P:hunter2!;;', 'L')] }) });
    expect(await isOpen()).toBe(true);
    await panel.send({ type: 'state', state: state({ view: 5, symbols: [card('other')] }) });
    expect(await isOpen()).toBe(false);
    expect(panel.errors).toEqual([]);
  });

  it('fills in a form by keyboard, measures while typing, and marks the field that is wrong', async () => {
    const panel = await open(makes());
    const { page } = panel;
    const last = async () => (await panel.posted()).at(-1) as { type: string; request: number };
    await page.locator('.payload summary').press('Enter');
    await expect.poll(last).toEqual({ type: 'needForms' });
    await panel.send({ type: 'forms', forms: FORMS });
    await page.locator('#form-kind').selectOption('wifi');
    expect(await page.getByRole('textbox', { name: 'Network name' }).count()).toBe(1);
    await page.locator('vscode-textfield').first().pressSequentially('Guest');
    await page.locator('.payload .form-grid select').first().selectOption('SAE');
    await page.locator('.payload vscode-checkbox').first().press('Space');
    const asked = (name: string) => page.getByRole('textbox', { name }).count();
    expect([await asked('Password'), await asked('EAP method')]).toEqual([1, 0]);
    await page.locator('.payload .form-grid select').first().selectOption('nopass');
    expect([await asked('Password'), await asked('EAP method')]).toEqual([0, 0]);
    await page.locator('.payload .form-grid select').first().selectOption('WPA2-EAP');
    expect([await asked('Password'), await asked('EAP method')]).toEqual([1, 1]);
    await page.locator('.payload .form-grid select').first().selectOption('SAE');
    await expect.poll(last).toMatchObject({
      type: 'needCapacity',
      kind: 'wifi',
      values: { ssid: 'Guest', security: 'SAE', hidden: 'true' },
    });
    await panel.send({
      type: 'capacity',
      request: (await last()).request,
      capacity: { bytes: 9, capacity: 1273, level: 'H', version: 2 },
    });
    expect(
      await page.locator('.payload meter').evaluate((meter: HTMLMeterElement) => [meter.value, meter.max]),
    ).toEqual([9, 1273]);
    await page.locator('vscode-textfield').first().press('Enter');
    const { type, request } = await last();
    expect(type).toBe('makePayload');
    await panel.send({ type: 'capacity', request: request - 1, capacity: { error: 'stale', field: 'ssid' } });
    expect(await page.locator('[role="alert"]').textContent()).toBe('');
    await panel.send({ type: 'capacity', request, capacity: { error: 'wrong', field: 'password' } });
    expect(await page.locator('[role="alert"]').textContent()).toBe('wrong');
    expect(await page.locator('vscode-textfield').nth(1).getAttribute('invalid')).toBe('');
    expect(await page.locator('vscode-textfield input[aria-invalid="true"]').count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('password');
    await panel.send({ type: 'state', state: { ...makes(), view: 2 } });
    expect(
      await page
        .locator('vscode-textfield')
        .first()
        .evaluate((field: HTMLInputElement) => field.value),
    ).toBe('Guest');
    // A text's own values stay, whether they mean something there or not.
    await panel.send({ type: 'fillForm', kind: 'wifi', values: { ssid: 'a', password: '12345678', identity: 'me' } });
    await expect.poll(last).toMatchObject({ type: 'needCapacity', values: { ssid: 'a', identity: 'me' } });
    expect(panel.errors).toEqual([]);
  });
});
