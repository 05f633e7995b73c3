import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openableLink } from '../../../src/worker/protocol/openableLink';

it.each([
  ['https://example.org/a?b=c%26d', 'https://example.org/a?b=c%26d'],
  ['HTTP://EXAMPLE.ORG', 'http://example.org/'],
  ['mailto:a@example.org?subject=x', 'mailto:a@example.org?subject=x'],
  ['https://аpple.com/', 'https://xn--pple-43d.com/'],
])('opens %s as %s', (text, href) => {
  expect(openableLink(text)).toBe(href);
});

it.each([
  '',
  'example.org',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
  'vscode://x/y',
  'command:workbench.action.quit',
  'tel:110',
  ' https://example.org',
  'https://example.org see this',
  'https://example.org\u0000',
  'https://',
  `https://example.org/${'x'.repeat(4000)}`,
])('does not open %j', (text) => {
  expect(openableLink(text)).toBeUndefined();
});

it('opens nothing but http, https and mailto', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl(),
        fc.string(),
        fc.tuple(fc.string(), fc.webUrl()).map((parts) => parts.join(':')),
      ),
      (text) => {
        const link = openableLink(text);
        if (link !== undefined) expect(link).toMatch(/^(https?|mailto):/);
      },
    ),
  );
});
