/** What is asked and told of attestations, baselines, the checklist and its report, in Chinese. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, root, type Session } from './session';

let session: Session;
beforeAll(async () => {
  session = await openSession({
    locale: 'zh-cn',
    files: {
      'shop/.qrcodemaster.yaml': 'profile: recommended\n',
      'shop/compose.yaml': 'services:\n  web:\n    image: nginx:latest\n    privileged: true\n',
      'old/.qrcodemaster.yaml': 'profile: recommended\nbaseline: base.json\n',
      'old/Dockerfile': 'FROM node:latest\nUSER root\nCMD ["node"]\n',
    },
  });
  const old = path.join(session.folder, 'old');
  const args = [path.join(root, 'dist', 'cli.js'), 'lint', old, '--write-baseline', path.join(old, 'base.json')];
  expect(spawnSync(process.execPath, args).status).toBe(0);
});
afterAll(() => session?.close());

const read = (name: string) => readFileSync(path.join(session.folder, name), 'utf8');
const asked = (text: string | RegExp) => session.vsc.quickInput.filter({ hasText: text }).waitFor();
/** English words in what is shown, but for names that are the same in Chinese. */
const english = (text: string) =>
  text
    .replace(/[\w./-]*\.(?:yaml|json|pdf)|mlps3|Enter|Escape|MLPS-[A-Z]+-\d+|C\d\d|QR Code Master/g, '')
    .match(/[A-Za-z]{4,}/g);

test('an attestation: every question, answer and refusal', async () => {
  const { vsc } = session;
  await vsc.openFile('shop/compose.yaml');
  await vsc.command('二维码: 添加人工声明…');
  await asked('添加人工声明');
  await vsc.pick(/^shop/);
  await vsc.quickInput.getByPlaceholder('已核查检查清单的哪一行？').waitFor();
  await asked('尚未声明');
  await vsc.pick('制定应急预案');
  await asked('由谁核查并负责');
  await vsc.answer('张三');
  await asked('核查日期');
  await vsc.answer('2999-01-01');
  await asked('该日期尚未到来');
  expect(english((await vsc.quickInput.allInnerTexts()).join())).toBeNull();
  await vsc.answer('2026-01-31');
  await vsc.answer('应急预案 v3.pdf');
  await vsc.answer('');
  await expect.poll(() => read('shop/.qrcodemaster.yaml')).toContain('by: "张三"\n    on: 2026-01-31\n');
});

test('a new configuration is made only after it was said what that means', async () => {
  const { vsc, folder } = session;
  await vsc.command('二维码: 添加人工声明…');
  await vsc.pick(/^\.qrcodemaster/);
  await vsc.pick('制定应急预案');
  for (const answer of ['李四', '2026-01-31', 'plan.pdf', '']) await vsc.answer(answer);
  const dialog = vsc.page.locator('.monaco-dialog-box');
  await expect.poll(() => dialog.textContent()).toContain('按完整检查清单（配置档 mlps3）检查');
  await dialog.locator('.monaco-button', { hasText: '创建' }).click();
  await expect
    .poll(() => existsSync(path.join(folder, '.qrcodemaster.yaml')) && read('.qrcodemaster.yaml'))
    .toContain('李四');
});

test('a baseline: its writing, what is marked, and the way out of it', async () => {
  const { vsc } = session;
  await vsc.closeAllEditors();
  await vsc.command('二维码: 写入基线…');
  await vsc.takeProposal(/mlps-baseline\.json$/);
  expect(await vsc.notification(/基线中的发现：\d+/)).toContain('请在 .qrcodemaster.yaml 中指定该文件');
  await vsc.clearNotifications();
});

test('a finding of a baseline is marked, and taken out by the light bulb', async () => {
  const { vsc } = session;
  await vsc.openFile('old/Dockerfile');
  await vsc.waitForSquiggle('hint');
  await vsc.goto(1, 8);
  await vsc.page.keyboard.press('Control+k');
  await vsc.page.keyboard.press('Control+i');
  await vsc.page.locator('.monaco-hover:visible', { hasText: '（在基线中）' }).first().waitFor();
  await vsc.page.keyboard.press('Escape');
  expect((await vsc.quickFix()).filter((title: string) => /baseline|Suppress|Waive/.test(title))).toEqual([]);
  await vsc.quickFix('将此发现移出基线：MLPS-IMG-002');
  await vsc.waitForSquiggle('warning');
  expect(read('old/base.json')).not.toContain('MLPS-IMG-002');
});

const rows = () => session.vsc.page.locator('.pane-body .monaco-list-row');
const row = (text: string | RegExp) => rows().filter({ hasText: text }).first();
const expand = async (text: string) => {
  await row(text).click();
  if ((await row(text).getAttribute('aria-expanded')) !== 'true') await session.vsc.page.keyboard.press('ArrowRight');
  await expect.poll(() => row(text).getAttribute('aria-expanded')).toBe('true');
};
/** What is told in Chinese beside names of files, services and what the specification itself writes. */
const shown = async () =>
  english((await rows().allInnerTexts()).join('\n').replace(/\n.*(?:docker|Docker)[^\n]*/g, ''));

test('the checklist: chapters, rows, evidence and what it says above them', async () => {
  const { vsc } = session;
  await vsc.closeAllEditors();
  await vsc.command('二维码: 显示合规检查清单');
  await row('3.1 镜像获取与完整性校验').waitFor({ timeout: 60_000 });
  expect(await row('3.1 镜像').textContent()).toMatch(/5 项中 \d+ 项待处理/);
  const message = vsc.page.locator('.pane-body .message');
  expect(await message.textContent()).toMatch(/已满足 \d+ · .*未满足 \d+ · 待人工核查 \d+ · 无法判定 \d+/);
  expect(english((await message.textContent()) ?? '')).toBeNull();
  expect(await shown()).toBeNull();
  await expand('3.1 镜像获取与完整性校验');
  await expand('C22');
  await row('shop/compose.yaml:3').waitFor();
  expect(await row('C22').textContent()).toContain('部分满足');
  expect(await row('shop/compose.yaml:3').textContent()).toMatch(/[\u4e00-\u9fff]{4}/);
  await row('shop/compose.yaml:3').hover();
  for (const name of ['显示修复', '打开规则说明'])
    await row('shop/compose.yaml:3').locator(`.action-label[aria-label^="${name}"]`).waitFor();
});

test('the checklist: its groups and filters', async () => {
  const { vsc } = session;
  await vsc.command('二维码: 检查清单分组方式…');
  await asked('按服务、镜像、主机');
  expect(english((await vsc.quickInput.allInnerTexts()).join())).toBeNull();
  await vsc.pick('按服务、镜像、主机');
  await row('服务 web').waitFor();
  await vsc.command('二维码: 筛选检查清单…');
  await asked('高风险');
  expect(english((await vsc.quickInput.allInnerTexts()).join())).toBeNull();
  await vsc.pick('全部');
});

test('the report: the ways to write it, and what it says', async () => {
  const { vsc, folder } = session;
  await vsc.command('二维码: 导出合规报告…');
  await asked('整改清单');
  const ways = (await vsc.quickInput.allInnerTexts())
    .join()
    .replace(/HTML|Markdown|JSON|CSV|XLSX|Excel|html|xlsx/g, '');
  expect(english(ways)).toBeNull();
  await vsc.pick(/HTML/);
  await vsc.takeProposal(/mlps-report\.html$/);
  await expect.poll(() => existsSync(path.join(folder, 'mlps-report.html')), { timeout: 60_000 }).toBe(true);
  await vsc.notification(/报告已保存/);
  const page = read('mlps-report.html');
  for (const words of ['等保三级部署文件核查报告', 'shop/compose.yaml', '整改清单', '张三'])
    expect(page).toContain(words);
  expect(page).toContain('<html lang="zh-CN">');
});
