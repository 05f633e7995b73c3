/** The glossary finds other words for what has a term, in the language of the text. */
import { expect, it } from 'vitest';
import { otherTerms } from '../../scripts/glossary.mjs';

it.each([
  ['Set MLPS-IMG-002 aside here', 'suppress'],
  ['How to put a finding aside', 'suppress'],
  ['Pixels a module', 'pixels per module'],
  ['Ground colour', 'background'],
  ['Scan margin', 'robustness'],
  ['More ways out', 'copy and save'],
  ['如何搁置', '抑制'],
  ['扫描余量', '抗干扰能力'],
  ['正在读取图片', '识别'],
  ['旧扫码设备无法读取', '识别'],
  ['回读通过', '回读验证'],
  ['中间可放图标', '徽标'],
  ['定位图形', '定位图案'],
  ['没有发现项', '发现'],
  ['当前文件的结果数', '发现'],
  ['基线中已有的结果', '发现'],
  ['1 有检查结果', '发现'],
  ['新出现的结果照常算失败', '发现'],
])('%s: write %s', (text, term) => {
  expect(otherTerms([{ text, where: 'here' }])).toEqual([expect.stringMatching(`^here: write "${term}"`)]);
});

it.each([
  'Suppress MLPS-IMG-002 here',
  'Background colour',
  '无法读取文件',
  '请从受保护的文件读取',
  'an aside',
  '识别结果：UTF-8',
  '检查结果是否为 None',
])('%s is right', (text) => {
  expect(otherTerms([{ text, where: 'here' }])).toEqual([]);
});
