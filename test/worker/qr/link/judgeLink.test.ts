/** Addresses out of symbols: where they lead, and what is pointed out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeLink } from '../../../../src/worker/qr/link/judgeLink';

const judge = (text: string) => judgeLink(text, 'en');
const codes = (text: string) => judge(text)?.warnings.map(({ code }) => code);

describe('judgeLink', () => {
  it.each([
    ['https://example.org/a?b=c', []],
    ['https://user@example.org/', ['user-info']],
    ['https://paypal.com:secure@evil.example/x', ['user-info']],
    ['https://paypal.com%2f@evil.example', ['user-info']],
    ['https://аррӏе.com/', ['lookalike']],
    ['https://xn--80ak6aa92e.com/', ['lookalike']],
    ['https://pаypal.com/', ['lookalike']],
    ['https://pаypalж.com/', ['mixed-scripts']],
    ['https://例え.jp/', ['international']],
    ['https://中文abc.com/', ['international']],
    ['https://münchen.de/', ['international']],
    ['https://сор.рф/', ['international']],
    ['https://93.184.216.34/', ['ip-host']],
    ['https://1572395042/', ['ip-disguised']],
    ['https://0x5d.0xb8.0xd8.0x22/', ['ip-disguised']],
    ['https://0135.0270.0330.042/', ['ip-disguised']],
    ['https://93.12112418/', ['ip-disguised']],
    ['https://[2001:db8::1]/', ['ip-host']],
    ['https://example.org:8443/', ['port']],
    ['https://example.org:443/', []],
    ['http://example.org/', ['no-tls']],
    ['http://localhost:3000/', ['port', 'local']],
    ['http://192.168.1.20/', ['local']],
    ['http://printer.local/', ['local']],
    ['http://[::1]/', ['local']],
    ['https://bit.ly/3abc', ['shortener']],
    ['https://www.bit.ly/3abc', ['shortener']],
    ['https://qrco.de/x', ['shortener']],
    ['https://notbit.ly/x', []],
    ['https://www.google.com/url?q=https%3A%2F%2Fevil.example%2F', ['redirector']],
    ['https://link.zhihu.com/?target=https%3A//evil.example/', ['redirector']],
    ['https://shop.example/out?url=//evil.example/a', ['redirector']],
    ['https://shop.example/login?redirect=https://shop.example/home', []],
    ['https://shop.example/search?q=https://evil.example', []],
    ['https://example.org/\u200bx', ['hidden-characters']],
    ['https://example.org\n.evil.example/', ['hidden-characters']],
    ['https://example.org/\u202egpj.exe', ['bidi']],
    [`https://example.org/${'x'.repeat(400)}`, ['long']],
    ['mailto:a@example.org', []],
    ['javascript:alert(1)', ['runs-code']],
    ['java\nscript:alert(1)', ['runs-code', 'hidden-characters']],
    ['\u0001 javascript:alert(1)', ['runs-code', 'hidden-characters']],
    ['data:text/html,<script>x</script>', ['runs-code']],
    ['command:workbench.action.quit', ['runs-code']],
    ['vscode://file/etc/passwd', ['runs-code']],
    ['vscode-insiders://x/y', ['runs-code']],
    ['file:///etc/passwd', ['other-program']],
    ['intent://scan/#Intent;end', ['other-program']],
  ])('%j: %j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it.each(['', 'plain words', 'Note: buy milk', 'data: 5', 'WIFI:S:a;;', 'tel:110', 'https://', 'http://[x'])(
    'takes %j for no address',
    (text) => {
      expect(judge(text)).toBeUndefined();
    },
  );

  it('opens nothing but the web and mail', () => {
    for (const text of ['javascript:alert(1)', 'data:text/html,x', 'command:x', 'vscode://x', 'file:///x', 'ssh://x'])
      expect(judge(text)!.openable, text).toBe(false);
    expect(judge('https://example.org')!.openable).toBe(true);
    expect(judge('https://example.org/\u200b')!.openable).toBe(false);
  });

  it('shows both forms of a name and tells the host from what only looks like it', () => {
    const link = judge('https://paypal.com@xn--80ak6aa92e.com:8443/a?b#c')!;
    expect(link.parts).toEqual({
      before: 'https://paypal.com@',
      host: 'xn--80ak6aa92e.com',
      after: ':8443/a?b#c',
    });
    expect(link.unicodeHost).toBe('аррӏе.com');
    expect(link.warnings.map(({ message }) => message).join('\n')).toContain('only looks like apple.com');
  });

  it('never tells what stands before the @', () => {
    const link = judge('https://ada:hunter22@example.org/')!;
    expect(JSON.stringify(link.warnings)).not.toMatch(/ada|hunter22/);
  });

  it('says each thing in Chinese', () => {
    for (const text of ['http://аррӏе.com', 'https://a@bit.ly/x', 'javascript:x'])
      for (const { message } of judgeLink(text, 'zh-cn')!.warnings) expect(message).toMatch(/[\u4e00-\u9fff].*。$/);
  });

  const text = fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.string({ unit: 'binary' }),
    fc
      .tuple(
        fc.constantFrom('https://', 'http:', 'HTTP:\\\\', 'javascript:', 'mailto:', 'x://', ' \thttps://'),
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom('', '@', ':80', '/', '?url=//', 'xn--', '.', '..', '\u202e', '%'),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
      )
      .map((parts) => parts.join('')),
  );

  it('never throws, its parts make the address, and what may be opened is of the web or mail', () => {
    fc.assert(
      fc.property(text, (each) => {
        const link = judge(each);
        if (!link) return;
        const { before, host, after } = link.parts;
        expect(before + host + after).toBe(link.href);
        if (link.openable) expect(link.href).toMatch(/^(https?|mailto):/);
        if (/^https?:/.test(link.href)) expect(host).toBe(new URL(link.href).hostname);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes time in line with the length', () => {
    const started = performance.now();
    for (const unit of ['@', ':', '.', 'xn--', '%2f', '\t', '&url=//a', '\\', 'а.'])
      judge(`https://${unit.repeat(8000 / unit.length - 8)}`);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
