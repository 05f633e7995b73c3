import { expect, it } from 'vitest';
import { applyEdits } from '../../../../../src/worker/compliance/applyEdits';
import { lint } from '../../../../../src/worker/compliance/lint';

/** The rules file once the order of what is told is changed. */
function inOrder(text: string): string {
  const files = { text: () => null };
  const context = { files, locale: 'en', profile: 'mlps3', today: '2026-11-23' } as const;
  const { findings } = lint({ uri: 'file:///w/rules.v4', text }, context);
  const [fix] = findings.find(({ rule, range }) => rule === 'MLPS-NET-005' && range.start.line === 3)!.fixes!;
  return applyEdits(text, fix!.edits);
}
const HEAD = ['*filter', ':INPUT ACCEPT [0:0]', '-A INPUT -j REJECT'];
const LAST = '-A INPUT -p tcp -m tcp --dport 8080 -j ACCEPT';
const moved = (br: string) => [...HEAD.slice(0, 2), LAST, HEAD[2]].join(br);

it.each([
  ['a line feed', '\n', '\n', `${moved('\n')}\n`],
  ['both', '\r\n', '\r\n', `${moved('\r\n')}\r\n`],
  ['no break', '\n', '', moved('\n')],
  ['no break, behind both', '\r\n', '', moved('\r\n')],
  ['half of both', '\n', '\r', moved('\n')],
])('the last rule goes before another one, whatever the file ends with: %s', (_, br, end, expected) => {
  expect(inOrder([...HEAD, LAST].join(br) + end)).toBe(expected);
});

it('keeps the line before whole where a text has both sorts of breaks', () => {
  const text = `*filter\r\n:INPUT ACCEPT [0:0]\n-A INPUT -j REJECT\n${LAST}`;
  expect(inOrder(text)).toBe(`*filter\r\n:INPUT ACCEPT [0:0]\n${LAST}\r\n-A INPUT -j REJECT`);
});
