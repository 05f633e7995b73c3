/** Fences in block quotes and lists of Markdown: what is found stands where it is written. */
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../src/worker/compliance/applyEdits';
import { lint } from '../../../../src/worker/compliance/lint';
import { suppressionEdit } from '../../../../src/worker/compliance/suppressionEdit';

const URI = 'file:///w/README.md';
const found = (text: string) =>
  lint(
    { uri: URI, text },
    { files: { text: () => null }, locale: 'en', profile: 'recommended', today: '2026-11-23', group: false },
  ).findings;

/** Each with a hole of one kind of file. */
const contents: [language: string, lines: string[], rule: string, written: string][] = [
  ['sh', ['docker run --privileged example/a:1'], 'MLPS-RUN-008', '--privileged'],
  ['sh', ['docker run \\', '  --privileged \\', '  example/a:1'], 'MLPS-RUN-008', '--privileged'],
  ['yaml', ['services:', '  a:', '    image: example/a:1', '    privileged: true'], 'MLPS-RUN-008', 'privileged: true'],
  ['dockerfile', ['FROM example/a:1', 'RUN sudo ls'], 'MLPS-BLD-005', 'sudo'],
  ['ini', ['[Service]', 'ExecStart=/usr/bin/docker run --privileged a:1'], 'MLPS-RUN-008', '--privileged'],
];

/** What stands in front of the first line, and of the others. */
const around: [first: string, other: string][] = [
  ['', ''],
  ['> ', '> '],
  ['>', '>'],
  ['> > ', '> > '],
  ['- ', '  '],
  ['12. ', '    '],
  ['> - ', '>   '],
  ['- > ', '  > '],
];

const fenced = (front: readonly [string, string], mark: string, language: string, lines: readonly string[]): string =>
  [`${front[0]}${mark}${language}`, ...[...lines, mark].map((line) => front[1] + line), '', 'End.', ''].join('\n');
const MARKS = ['```', '~~~~'];

describe.each(contents)('%s %j', (language, lines, rule, written) => {
  const of = (text: string) => found(text).filter((finding) => finding.rule === rule);

  it.each(around)('is judged behind %j and %j', (...front) => {
    for (const mark of MARKS) {
      const text = fenced(front, mark, language, lines);
      const own = of(text);
      expect(own, text).toHaveLength(1);
      const { start, end } = own[0]!.range;
      expect(text.split('\n')[start.line]!.slice(start.character, end.character)).toContain(written);
    }
  });

  it.each(around)('is fixed behind %j and %j as without, or not at all', (...front) => {
    for (const mark of MARKS) {
      const [plain, text] = [['', ''] as const, front].map((each) => fenced(each, mark, language, lines));
      const fixesOf = (each: string) =>
        of(each).flatMap(({ fixes }) => fixes.map(({ edits }) => applyEdits(each, edits)));
      const wanted = fixesOf(plain!).map((fixed) => fenced(front, mark, language, fixed.split('\n').slice(1, -4)));
      for (const fixed of fixesOf(text!)) expect(wanted).toContain(fixed);
      if (language !== 'sh') expect(fixesOf(text!)).toHaveLength(wanted.length);
    }
  });

  it.each(around)('is suppressed behind %j and %j', (...front) => {
    for (const mark of MARKS) {
      const text = fenced(front, mark, language, lines);
      const { range, newText } = suppressionEdit(URI, text, of(text)[0]!)!;
      const comment = newText.trimEnd().replace('-- -->', '-- known -->');
      const suppressed = text.split('\n').toSpliced(range.start.line, 0, comment).join('\n');
      expect(
        of(suppressed).filter((each) => !each.suppressed),
        suppressed,
      ).toEqual([]);
    }
  });
});
