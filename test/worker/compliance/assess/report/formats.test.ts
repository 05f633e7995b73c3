/** Reports on a deployment, in every format: well formed whatever files hold, and saying the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessmentReporters } from '../../../../../src/worker/compliance/assess/report/index';
import { rules } from '../../../../../src/worker/compliance/rules/index';
import type { Assessment, Change } from '../../../../../src/worker/protocol/assessment';
import type { Locale } from '../../../../../src/worker/protocol/finding';
import { assessTree } from '../assessTree';
import { arbitraryAssessment, HOSTILE } from './arbitraryAssessment';
import { faultsOf } from './wellFormed';

const locales = ['en', 'zh-cn'] as const;
const write = (format: 'html' | 'markdown', assessment: Assessment, locale: Locale = 'en') =>
  assessmentReporters[format].write({ assessment, rules, locale });

const FOLDER = join(import.meta.dirname, '../../../../../samples/spec');
const spec = assessTree(
  Object.fromEntries(
    readdirSync(FOLDER, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(FOLDER.length + 1), readFileSync(path, 'utf8')]),
  ),
);

/** Cells of the tables of a Markdown text, line by line. */
const tablesOf = (markdown: string): string[][][] =>
  markdown
    .split('\n\n')
    .map((part) => part.split('\n').filter((line) => line.startsWith('|')))
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => line.slice(1, -1).split(/(?<!\\)\|/)));

describe('of any assessment', () => {
  const anyInput = fc.record({ assessment: arbitraryAssessment, locale: fc.constantFrom(...locales) });
  const runs = { numRuns: 60 };

  it('is a well-formed page in which every link leads somewhere', () =>
    fc.assert(
      fc.property(anyInput, ({ assessment, locale }) => {
        expect(faultsOf(write('html', assessment, locale))).toEqual([]);
      }),
      runs,
    ));

  it('is Markdown whose tables keep their columns, without markup of the files', () =>
    fc.assert(
      fc.property(anyInput, ({ assessment, locale }) => {
        const markdown = write('markdown', assessment, locale);
        for (const lines of tablesOf(markdown)) expect(new Set(lines.map(({ length }) => length)).size).toBe(1);
        const outsideCode = markdown.replace(/(?<!\\)`[^`\n]*`/g, '');
        expect(outsideCode.replaceAll('<br>', '')).not.toMatch(/<|(?<!\\)\]\(|(?<!\\)!\[/);
      }),
      runs,
    ));

  it('shows every finding once', () =>
    fc.assert(
      fc.property(arbitraryAssessment, (assessment) => {
        const shown = [...write('html', assessment).matchAll(/<tr id="f(\d+)"/g)].map(([, number]) => Number(number));
        expect(shown.sort((a, b) => a - b)).toEqual(assessment.findings.map((_, i) => i + 1));
      }),
      runs,
    ));

  it('says of files what they are called, however they are called', () => {
    const assessment = assessTree(
      Object.fromEntries(HOSTILE.map((name, i) => [`${i}${name}/compose.yaml`, 'services: {web: {image: nginx}}\n'])),
    );
    expect(faultsOf(write('html', assessment))).toEqual([]);
    expect(write('html', assessment)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(write('html', assessment)).not.toContain('\u202e');
  });
});

describe.each(locales)('the specification in %s', (locale) => {
  const html = write('html', spec, locale);
  const markdown = write('markdown', spec, locale);

  it('is the same whenever it is written', () => {
    expect(write('html', spec, locale)).toBe(html);
    expect(write('markdown', spec, locale)).toBe(markdown);
  });

  it('has the same counts in every format', () => {
    const { counts, coverage, rows, files, issues } = spec;
    const found = [counts.error, counts.warning, counts.info, counts.hint, counts.suppressed].map(String);
    const cells = [...html.matchAll(/<tr><th scope="row">[^<]*<\/th>((?:<td>\d+<\/td>){5})<\/tr>/g)];
    expect(cells.map(([, numbers]) => numbers!.match(/\d+/g))).toEqual([found]);
    expect(markdown).toContain(`| ${found.join(' | ')} |`);
    for (const group of [coverage.rows, coverage.decided, coverage.items]) {
      const numbers = Object.values(group);
      expect(html).toMatch(new RegExp(numbers.map((number) => `\\s${number}[,.]`).join('[^<]*?')));
      expect(markdown).toContain(`| ${numbers.join(' | ')} |`);
    }
    for (const { id } of rows) {
      expect(html.split(`<th scope="row">${id}</th>`)).toHaveLength(2);
      expect(markdown.split(`\n| ${id} |`)).toHaveLength(2);
    }
    for (const { path, sha256 } of files) {
      expect(html).toContain(`<code>${path}</code>`);
      expect(html.split(sha256)).toHaveLength(2);
      expect(markdown).toContain(`| \`${path}\` |`);
      expect(markdown.split(sha256)).toHaveLength(2);
    }
    expect(html).toContain(locale === 'en' ? `To be rectified (${issues.length})` : `整改清单（${issues.length} 项）`);
  });

  it('draws no conclusion and computes no rate', () => {
    const quoteless = html.replace(/<style>.*?<\/style>|<(code|q)>.*?<\/\1>/gs, '').replace(/<[^>]*>/g, '\n');
    for (const text of [quoteless, markdown.replace(/`[^`\n]*`/g, '')]) {
      const said = text
        .replace(/(?:不|部分)符合（建议值）/g, '')
        .replace(/(?:Not|Partly) compliant \\?\(proposed\\?\)/g, '');
      expect(said.match(/.*(?:符合|重大风险隐患|complian|conform|得分|合规率|\d\s*[%％]).*/gi) ?? []).toEqual([]);
    }
  });

  it('prints 判例 before the number of every case', () => {
    const numbers = spec.highRisk.filter(({ id }) => !id.startsWith('A')).map(({ id }) => id);
    expect(numbers.length).toBeGreaterThan(3);
    const text = html.replace(/<desc.*?<\/desc>/s, '').replace(/<[^>]*>/g, '\n');
    for (const id of numbers)
      for (const [before] of text.matchAll(
        new RegExp(`.{0,6}(?<![\\d.])${id.replaceAll('.', '\\.')}(?![\\d.]*\\d)`, 'g'),
      ))
        expect(before).toMatch(/判例[）]? [\d.]+$/);
  });

  it('names the cases and triggers on its first page, gravest first', () => {
    const [, front = ''] = /<h2 id="summary">(.*?)<h3 id="scope">/s.exec(html)!;
    const [, line = ''] = /<p><a href="#high-risk">(.*?)<\/p>/.exec(front)!;
    expect(line.match(/[\d.]{5,}|A-\d\d/g)).toEqual(spec.highRisk.map(({ id }) => id));
  });

  it('names the sources that were not seen', () => {
    expect(html).toContain('公网安〔2025〕2391号');
    expect(html).toMatch(locale === 'en' ? /art\. 23 \(3\)/ : /第二十三条第（三）项/);
  });
});

it('says in both languages what each state is and why', () => {
  const text = 'services:\n  web:\n    image: postgres:9.4 # mlps-lint disable-line MLPS-IMG-008 -- archived <now>\n';
  const assessment = assessTree({ 'compose.yaml': text });
  expect(write('html', assessment)).toContain('archived &lt;now&gt;');
  expect(write('markdown', assessment, 'zh-cn')).toContain('发现均已抑制');
});

it('stays small where there are many files', () => {
  const texts = Object.fromEntries(
    Array.from({ length: 100 }, (_, i) => {
      const cap = i % 2 ? '    cap_drop: [ALL]\n' : '';
      const mode = i % 3 ? '    privileged: true\n' : '';
      const ports = i % 5 ? `    ports: ["${8000 + i}:80"]\n` : '';
      return [`svc${i}/compose.yaml`, `services:\n  web:\n    image: nginx:${i % 7}\n${cap}${mode}${ports}`];
    }),
  );
  const assessment = assessTree(texts);
  expect(assessment.findings.length).toBeGreaterThan(1000);
  expect(write('html', assessment).length).toBeLessThan(500_000);
  expect(write('markdown', assessment).length).toBeLessThan(300_000);
});

it('says what became of an earlier report', () => {
  const before = {
    path: 'compose.yaml',
    line: 3,
    message: 'Use `a<b`.',
    object: { kind: 'service', name: 'web', root: '' },
  } as const;
  const changes = {
    since: { date: '2026-01-31', version: '0.0.9', ruleSet: 'other' },
    isSameRuleSet: false,
    counts: { repaired: 1, open: 0, new: 1, unjudged: 0 },
    all: [
      { state: 'repaired', rule: 'MLPS-RUN-008', before },
      { state: 'new', rule: spec.findings[0]!.rule, after: 0 },
    ] satisfies Change[],
  };
  const html = write('html', { ...spec, changes });
  expect(faultsOf(html)).toEqual([]);
  expect(html).toContain('Repaired 1, Open 0, New 1');
  expect(html).toContain('<td>Service web</td><td><code>compose.yaml:3</code></td><td>Repaired</td>');
  expect(html).toMatch(/<td>New<\/td><td><a href="#f1">/);
  expect(html).toContain('The rule sets differ');
  expect(write('html', spec)).not.toContain('id="changes"');
});

it('puts things with equal results together, and says what differs', () => {
  const compose = 'services:\n  web:\n    image: nginx:1.29\n';
  const alike = Object.fromEntries(['a', 'b', 'c'].map((name) => [`${name}/compose.yaml`, compose]));
  const html = write('html', assessTree(alike));
  expect(html).toContain('3 objects with equal results');
  expect(html).toContain('Service web (c)');
  expect(write('html', assessTree({ ...alike, 'c/compose.yaml': `${compose}    privileged: true\n` }))).toContain(
    '2 objects with equal results',
  );
});
