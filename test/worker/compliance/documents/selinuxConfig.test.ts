/** The mode of SELinux: the last line holds, comments and other keys do not. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSelinuxConfig } from '../../../../src/worker/compliance/documents/selinuxConfig';

const modeOf = (text: string) => readSelinuxConfig('file:///etc/selinux/config', text).mode;

it.each([
  ['SELINUX=enforcing\nSELINUX = disabled # now\n', 'disabled'],
  ['#SELINUX=disabled\nSELINUXTYPE=targeted\n', undefined],
  ['SELINUX=\nSELINUXTYPE=mls\n', undefined],
])('%j', (text, mode) => expect(modeOf(text)?.known).toBe(mode));

it('takes any text, and its place holds the mode', () => {
  const scrap = fc.constantFrom('SELINUX', '=', ' ', '\n', '#', 'permissive', '\r');
  fc.assert(
    fc.property(fc.array(fc.oneof(scrap, fc.string({ maxLength: 3 })), { maxLength: 20 }), (parts) => {
      const text = parts.join('');
      const mode = modeOf(text);
      if (mode) expect(text.slice(mode.place.start, mode.place.end)).toBe(mode.known);
    }),
  );
});
