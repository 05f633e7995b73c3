import { expect, it } from 'vitest';
import { isSaidAside } from '../../../../src/worker/compliance/model/asideComment';

const ports = (...lines: string[]) => ['a:', '  ports:', ...lines.map((line) => `    ${line}`), ''].join('\n');
const said = (text: string) => isSaidAside(text, text.indexOf('9200'));

it.each([
  ports('- 9200:9200 # for development'),
  ports('# development exposure, not exposed in production', '- 9300:9300', '- 9200:9200'),
  ports('# dev only', '# (the shop asks by its name)', '- 9200:9200'),
  ports('# 仅供本地调试', '- 9200:9200'),
])('%j', (text) => expect(said(text)).toBe(true));

it.each([
  ports('- 9200:9200'),
  ports('- 9200:9200 # developers ask for it'),
  ports('# for development and production', '- 9200:9200'),
  ports('# for debugging', '- 5005:5005', '# of the index', '- 9200:9200'),
  ['a:', '  # for debugging', '  tty: true', '  ports:', '    - 9200:9200'].join('\n'),
  ports('# for debugging', ...Array.from({ length: 20 }, (_, i) => `- ${8000 + i}:80`), '- 9200:9200'),
  '9200',
])('not %j', (text) => expect(said(text)).toBe(false));
