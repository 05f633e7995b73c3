/** What holds for shells in files of every kind. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kind } from '../../../../src/worker/protocol/fileKinds';
import { commands, runs } from './embeddedShell';

describe('commands of two scripts', () => {
  const texts: [Kind, string][] = [
    ['ci', 'jobs:\n  a:\n    steps:\n      - run: a |\n      - run: b\n'],
    ['jenkins', "node {\n  sh 'a |'\n  sh 'b'\n}\n"],
    ['makefile', 'x:\n\ta |\n\tb\n'],
    ['systemd', '[Service]\nExecStartPre=a\nExecStart=b\n'],
    ['crontab', '0 1 * * * a |\n0 2 * * * b\n'],
    ['markdown', '```sh\na |\n```\n\n```sh\nb\n```\n'],
  ];
  it.each(texts)('%s: stand in no pipeline, list or shell together', (kind, text) => {
    const found = commands(kind, text);
    expect(found.map((c) => c.words[0]!.resolved)).toEqual(['a', 'b']);
    for (const c of found) expect([c.pipeline, c.list, c.script].map((group) => [...group])).toEqual([[c], [c], [c]]);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...[
      'docker run ',
      '-p 80:80 ',
      'img',
      '\n',
      '\r\n',
      '\t',
      '  ',
      '```sh\n',
      '```\n',
      '~~~\n',
      'run: ',
      '- ',
      '|\n',
      '>-\n',
      'script:\n',
      '"',
      "'",
    ],
    ...[
      '\\',
      '\\\n',
      '`\n',
      '^\n',
      '$$',
      '$(X)',
      '${{ x }}',
      'ExecStart=',
      '%n',
      '%%',
      ';',
      '#',
      ': ',
      '$ ',
      'X := 1\n',
      '{',
      '[',
      ']',
      '&a ',
      '*a ',
      '\ufeff',
    ],
  );
  it.each<Kind>(['shell', 'makefile', 'ci', 'systemd', 'markdown'])(
    '%s never throws and keeps every place inside',
    (kind) => {
      fc.assert(
        fc.property(
          fc.array(piece, { maxLength: 40 }).map((p) => p.join('')),
          fc.constantFrom('a.sh', 'a.ps1', 'a.cmd'),
          (text, uri) => {
            for (const command of commands(kind, text, uri)) {
              for (const span of [command, ...command.words]) {
                expect(span.start).toBeGreaterThanOrEqual(0);
                expect(span.end).toBeGreaterThanOrEqual(span.start);
                expect(span.end).toBeLessThanOrEqual(text.length);
              }
            }
            for (const { container } of runs(kind, text, uri)) {
              const edits = container.writer.add([{ kind: 'readOnly' }]) ?? [];
              for (const edit of edits) expect(edit.start).toBeLessThanOrEqual(text.length);
            }
          },
        ),
        { numRuns: 1500, seed: 9 },
      );
    },
  );
});
