/** *Create Compliant Deployment…*: answers, preview, files; what exists stays. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, type Session } from './session';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session?.close());

const COMMAND = 'QR Code Master: Create Compliant Deployment…';
const input = () => session.vsc.quickInput;
const preview = () => session.vsc.page.locator('.tab', { hasText: 'New deployment in samples' });
const shown = (file: string) =>
  process.env.E2E_PICTURES && session.vsc.screenshot(path.join(process.env.E2E_PICTURES, file));

test('a wrong answer is told, the files are shown, and nothing is written before', async () => {
  const { vsc, folder } = session;
  await vsc.command(COMMAND);
  await vsc.pick('Domain');
  await vsc.answer('not a domain');
  await input().getByText('cannot be used').waitFor();
  await vsc.answer('codes.example.org');
  await input().locator('.monaco-list-row', { hasText: 'codes.example.org' }).waitFor();
  await shown('answers.png');
  await vsc.pick('Show Files');
  await preview().waitFor();
  await input().getByPlaceholder('Left as they are, since they exist: Dockerfile, compose.yaml').waitFor();
  await vsc.page.getByText('.env.example').first().waitFor();
  await shown('preview.png');
  expect(existsSync(path.join(folder, 'nginx'))).toBe(false);
  await vsc.page.keyboard.press('Escape');
  await preview().waitFor({ state: 'hidden' });
  expect(existsSync(path.join(folder, 'nginx'))).toBe(false);
});

test('the files are made, those that exist stay as they are', async () => {
  const { vsc, folder } = session;
  const before = statSync(path.join(folder, 'compose.yaml')).mtimeMs;
  await vsc.command(COMMAND);
  await vsc.pick('Show Files');
  await vsc.pick('Create Files (25)');
  await vsc.tab('Preview DEPLOYMENT.md').waitFor();
  const written = path.join(folder, 'nginx/nginx.conf');
  await expect
    .poll(() => existsSync(written) && readFileSync(written, 'utf8'))
    .toContain('server_name qrcode.example.com;');
  expect(statSync(path.join(folder, 'compose.yaml')).mtimeMs).toBe(before);
  await preview().waitFor({ state: 'hidden' });
  await shown('made.png');
});

test('where all of them exist nothing happens', async () => {
  const { vsc, folder } = session;
  await vsc.command(COMMAND);
  await vsc.pick('Show Files');
  await vsc.notification('All these files exist already');
  expect(existsSync(path.join(folder, 'compose.yaml'))).toBe(true);
});

test('Chinese: the list, the files and their comments', async () => {
  await session.close();
  session = await openSession({ locale: 'zh-cn' });
  const { vsc, folder } = session;
  await vsc.command('二维码: 创建合规部署…');
  await input().locator('.monaco-list-row', { hasText: '域名' }).waitFor();
  await shown('answers.zh-cn.png');
  await vsc.pick('预览文件');
  await vsc.page.getByText('# 只放入镜像所需的文件。').first().waitFor();
  await shown('preview.zh-cn.png');
  await vsc.pick('创建 25 个文件');
  const written = path.join(folder, 'DEPLOYMENT.md');
  await expect.poll(() => existsSync(written) && readFileSync(written, 'utf8')).toContain('部署说明');
});
