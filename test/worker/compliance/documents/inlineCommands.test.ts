/** Commands in code spans of lists. */
import { expect, it } from 'vitest';
import { inlineCommands } from '../../../../src/worker/compliance/documents/inlineCommands';

it.each([
  ['- Start: `docker compose up -d`', 'docker compose up -d'],
  ['  4. 上传目录禁止执行权限:`chmod -R o-x,u-w /app/uploads`', 'chmod -R o-x,u-w /app/uploads'],
  ['* Run this： ``ls -l`` 。', 'ls -l'],
])('%s', (text, command) => {
  const document = `Text\n\n${text}\nmore\n`;
  const [found] = inlineCommands(document);
  expect(found!.text).toBe(command);
  const { start, end } = found!.place(0, command.length);
  expect(document.slice(start, end)).toBe(command);
});

it.each([
  'Start: `docker compose up -d`',
  '- Never do this: `chmod 777 /srv/x`',
  '- 请勿执行：`chmod 777 /srv/x`',
  '- The mode is: `777`',
  '- `chmod 777 x`: opens it',
  '- Start: `a b` and more',
])('leaves %s', (text) => expect(inlineCommands(text)).toEqual([]));
