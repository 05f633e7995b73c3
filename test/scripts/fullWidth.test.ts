/** Chinese punctuation, and what in a Chinese text is none of it. */
import { expect, it } from 'vitest';
import { fullWidth } from '../../scripts/fullWidth.mjs';

it.each([
  ['文件过大,无法检查', '文件过大，无法检查'],
  ['无法读取:{reason}.', '无法读取：{reason}.'],
  ['{path}: 未作检查;请拆分!', '{path}：未作检查；请拆分！'],
  ['按等保三级(GB/T 22239-2019)检查', '按等保三级（GB/T 22239-2019）检查'],
  ['不是有效的 YAML ({code}), 请修正', '不是有效的 YAML（{code}），请修正'],
  ['设置 `cap_drop: [ALL]`(`--cap-drop ALL`)', '设置 `cap_drop: [ALL]`（`--cap-drop ALL`）'],
  ['请写 `a`, `b` 或 `c`', '请写 `a`、`b` 或 `c`'],
  ['地址 https://example.com/a?b=1,2 不可用', '地址 https://example.com/a?b=1,2 不可用'],
  ['共 1,000 × 800 像素', '共 1,000 × 800 像素'],
  ['绑定到 127.0.0.1:80', '绑定到 127.0.0.1:80'],
  ['English, only (here): yes!', 'English, only (here): yes!'],
])('%s', (text, wide) => {
  expect(fullWidth(text)).toBe(wide);
  expect(fullWidth(wide)).toBe(wide);
});
