/** Here-documents of Dockerfiles: which words announce one, and that its body is data. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../../../../src/worker/compliance/documents/dockerfile/dockerfile';
import { heredocWord } from '../../../../../src/worker/compliance/documents/dockerfile/heredoc';

describe('heredocWord', () => {
  it.each<[string, string, boolean, boolean]>([
    ['<<EOF', 'EOF', false, false],
    ['<<-EOF', 'EOF', false, true],
    ["<<'EOF'", 'EOF', true, false],
    ['<<-"EOF"', 'EOF', true, true],
    ['<<\\EOT', 'EOT', false, false],
    ['<< EOF', 'EOF', false, false],
    ['<<- EOF', 'EOF', false, true],
    ['<< -EOF', '-EOF', false, false],
    ['3<<EOF', 'EOF', false, false],
    [`<<eo'f'`, 'eof', true, false],
    [`<<eo\\'f`, "eo'f", false, false],
    [`<<'one two'`, 'one two', true, false],
    ['<<$EOF', '$EOF', false, false],
    ['<<file.txt', 'file.txt', false, false],
    ['<<!', '!', false, false],
  ])('%s', (word, name, quoted, chomp) => expect(heredocWord(word)).toEqual({ name, quoted, chomp }));

  it.each(['', 'EOF', '<<', '<<-', '<EOF', '<<<EOF', "<<'EOF", '<<EOF"', '"<<EOF"', 'cat<<EOF'])(
    '%s announces none',
    (word) => expect(heredocWord(word)).toBeUndefined(),
  );
});

describe('the body', () => {
  it.each<[string, string, string[]]>([
    ['behind a backslash', 'COPY <<\\EOT /data.txt\nUSER root\nEOT\n', ['USER root\n']],
    ['behind blanks', 'COPY <<  EOF /a\nUSER root\nEOF\n', ['USER root\n']],
    ['behind digits', 'RUN cat 3<<E <&3\nUSER root\nE\n', ['USER root\n']],
    ['two in a line', 'COPY <<X <<"Y" /d/\nY\nX\nX\nY\n', ['Y\n', 'X\n']],
    ['of ONBUILD', 'ONBUILD COPY <<X /d\nUSER root\nX\n', ['USER root\n']],
    ['with tabs', 'RUN <<-X\n\tUSER root\n\tX\n', ['\tUSER root\n']],
    ['CRLF', 'COPY <<X /d\r\nUSER root\r\nX\r\n', ['USER root\r\n']],
    ['on continued lines', 'RUN cat <<X > /d && \\\n  true\nUSER root\nX\n', ['USER root\n']],
    ['none in quotes', 'RUN echo "<<X"\n', []],
    ['none in the exec form', 'RUN ["<<X"]\n', []],
    ['none of other instructions', 'LABEL a=<<X\n', []],
  ])('%s', (_, text, bodies) => {
    const { instructions, problems } = parseDockerfile('u', `${text}USER 1\n`);
    const [owner, next] = instructions;
    expect((owner!.trigger ?? owner!).heredocs.map(({ body }) => text.slice(body.start, body.end))).toEqual(bodies);
    expect([next?.keyword, problems]).toEqual(['USER', []]);
  });

  it('is data whatever the delimiter and the lines', () => {
    const name = fc.string({ unit: fc.constantFrom(...'aZ_1.!$\\ -'), minLength: 1, maxLength: 6 });
    const lines = fc.array(fc.constantFrom<string>('USER root', 'FROM x', '# y', '', ' z \\', '<<Q'), { maxLength: 5 });
    fc.assert(
      fc.property(name, lines, (delimiter, body) => {
        fc.pre(!body.includes(delimiter));
        const text = `COPY <<'${delimiter}' /d\n${[...body, delimiter].join('\n')}\nUSER 1\n`;
        const { instructions, problems } = parseDockerfile('u', text);
        expect(instructions.map((i) => i.keyword)).toEqual(['COPY', 'USER']);
        expect([instructions[0]!.heredocs[0]!.name, problems]).toEqual([delimiter, []]);
      }),
      { numRuns: 200 },
    );
  });
});
