/** What commands do to services, in the words of every init system. */
import { expect, it } from 'vitest';
import { parseShell } from '../../../../src/worker/compliance/documents/shell/shell';
import { wholeExcerpt } from '../../../../src/worker/compliance/documents/text/excerpt';
import { serviceAction, serviceName } from '../../../../src/worker/compliance/readings/serviceAction';

it.each([
  ['systemctl enable --now a.socket b@1.service', 'enable a b'],
  ['sudo systemctl --user stop a', 'stop a'],
  ['service a restart', 'start a'],
  ['chkconfig a on', 'enable a'],
  ['chkconfig --level 35 a off', 'disable a'],
  ['update-rc.d -f a remove', 'disable a'],
  ['rc-update add a default', 'enable a'],
  ['systemctl status a', 'other a'],
  ['systemctl', undefined],
  ['systemctl "$VERB" a', undefined],
  ['apt-get install a', undefined],
])('%s', (text, told) => {
  const found = serviceAction(parseShell(wholeExcerpt(text))[0]!);
  expect(found && [found.action, ...found.services.map(serviceName)].join(' ')).toBe(told);
});
