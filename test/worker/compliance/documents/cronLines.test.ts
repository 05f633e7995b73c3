/** Lines of a crontab among commands. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutCronLines } from '../../../../src/worker/compliance/documents/cronLines';
import { wholeExcerpt } from '../../../../src/worker/compliance/documents/text/excerpt';

const read = (text: string) => withoutCronLines(wholeExcerpt(text, 5));

describe('lines of a crontab', () => {
  it.each([
    '0 2 * * * find /srv -delete',
    '*/5 0-6 1,15 jan-mar mon,fri /bin/x',
    '  @daily root /bin/x',
    '0 2 * * 7 "C:/x" y',
  ])('are %j', (line) => expect(read(`ls\n${line}\n`).crontab?.text).toBe(`${line}\n`));

  it.each(['0 2 * * *', '1 2 3 4 5 6', 'sleep 2 * * * x', '@everyone hello', '10 packets transmitted, 9 received'])(
    'are not %j',
    (line) => expect(read(line).crontab).toBeUndefined(),
  );

  it('leaves every character to one of them, at its place', () => {
    const line = fc.constantFrom('ls -l\n', '0 2 * * * find /a\n', '\r\n', '# x\n', '@daily rm -r /b\n');
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('');
        const { commands, crontab } = read(text);
        for (const excerpt of [commands, crontab]) {
          for (let i = 0; excerpt && i < excerpt.text.length; i++) {
            const { start, end } = excerpt.place(i, i + 1);
            expect(text.slice(start - 5, end - 5)).toBe(excerpt.text[i]);
          }
        }
        expect(commands.text.length + (crontab?.text.length ?? 0)).toBe(text.length);
      }),
    );
  });
});
