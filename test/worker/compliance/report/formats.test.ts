import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { githubReport } from '../../../../src/worker/compliance/report/github';
import { htmlReport } from '../../../../src/worker/compliance/report/html';
import { jsonReport } from '../../../../src/worker/compliance/report/json';
import { junitReport } from '../../../../src/worker/compliance/report/junit';
import { markdownReport } from '../../../../src/worker/compliance/report/markdown';
import type { ReportInput } from '../../../../src/worker/compliance/report/reportInput';
import { sarifReport } from '../../../../src/worker/compliance/report/sarif';
import { textReport } from '../../../../src/worker/compliance/report/text';
import type { Finding } from '../../../../src/worker/protocol/finding';
import { isOpen } from '../../../../src/worker/protocol/isOpen';
import { anyInput, finding, input } from './sample';

const all = (given: { files: readonly { findings: Finding[] }[] }) => given.files.flatMap((f) => f.findings);
const shown = (given: { files: readonly { findings: Finding[] }[] }) => all(given).filter((f) => !f.suppressed);
const open = (given: { files: readonly { findings: Finding[] }[] }) => all(given).filter(isOpen);
const used = ({ configs = [], baselines = [] }: ReportInput) => configs.length + baselines.length;
const gone = ({ files }: ReportInput) => files.flatMap(({ absent = [] }) => absent);
const RUNS = { numRuns: 300, seed: 3 };

describe('textReport', () => {
  it('prints one safe line per finding and one of counts', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const lines = textReport(given).split('\n');
        expect(lines).toHaveLength(shown(given).length + used(given) + gone(given).length + 2);
        expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029]/);
      }),
      RUNS,
    );
  });

  it('counts from 1, and colours only when asked', () => {
    expect(textReport(input(finding('m'))).split('\n')[0]).toBe(
      'a/compose.yaml:5:2: warning MLPS-RUN-003 read-only-rootfs: m',
    );
    expect(textReport(input(finding('m')), true)).toContain('\u001b[33m');
  });
});

describe('a configuration that was used', () => {
  const given = { ...input(), configs: [{ path: '../.qrcodemaster.yaml', ignored: 2, off: ['MLPS-IMG-002'] }] };

  it.each([
    ['text', textReport],
    ['markdown', markdownReport],
    ['html', htmlReport],
    ['github', githubReport],
  ])('stands in the %s report, with what it left out', (_, report) => {
    expect(report(given).replaceAll('\\', '')).toMatch(
      /Configuration: ..\/.qrcodemaster.yaml \(2 files ignored; rules off: MLPS-IMG-002\)/,
    );
    expect(report({ ...given, locale: 'zh-cn' }).replaceAll('\\', '')).toContain(
      '忽略 2 个文件；关闭的规则：MLPS-IMG-002',
    );
    expect(report(input())).not.toContain('Configuration');
  });

  it('stands in reports for machines', () => {
    expect(JSON.parse(jsonReport(given)).configs).toEqual(given.configs);
    expect(junitReport(given)).toContain('name="../.qrcodemaster.yaml" tests="0"');
    expect(junitReport(given)).toContain('<property name="configuration.rulesOff" value="MLPS-IMG-002"/>');
    expect(JSON.parse(sarifReport(given)).runs[0].artifacts).toContainEqual({
      location: { uri: '../.qrcodemaster.yaml' },
      roles: ['userSpecifiedConfiguration'],
      properties: { ignored: 2, rulesOff: ['MLPS-IMG-002'] },
    });
  });
});

describe('a baseline that was used', () => {
  const absent = [
    { rule: 'MLPS-RUN-003', fingerprint: '0'.repeat(16), count: 2, message: 'As it was' },
    { rule: 'MLPS-OLD-001', fingerprint: '0'.repeat(16), count: 1, message: 'Old' },
  ];
  const { files, ...rest } = input(
    finding('new', { baselineState: 'new' }),
    finding('old', { baselineState: 'unchanged' }),
  );
  const baselines = [{ path: 'b.json', unchanged: 1, absent: 2 }];
  const given = { ...rest, files: files.map((file) => ({ ...file, absent })), baselines };

  it.each([
    ['text', textReport],
    ['markdown', markdownReport],
    ['html', htmlReport],
  ])('stands in the %s report: what it covers is marked, and what is gone is listed', (_, report) => {
    const out = report(given).replaceAll('\\', '');
    expect(out).toContain('Baseline: b.json (1 still there, 2 gone)');
    expect(out.match(/\(in the baseline\)/g)).toHaveLength(1);
    expect(out).toContain('No longer found: a/compose.yaml: MLPS-RUN-003 T (2)');
    expect(out).toContain('No longer found: a/compose.yaml: MLPS-OLD-001 Old');
    expect(out).toContain('1 in the baseline');
    const chinese = report({ ...given, locale: 'zh-cn' });
    for (const words of ['基线：b', '（在基线中）', '已消失：a', '1 项在基线中'])
      expect(chinese.replaceAll('\\', '')).toContain(words);
  });

  it('makes old findings fail nowhere', () => {
    expect(
      githubReport(given)
        .split('\n')
        .filter((line) => line.includes('title=')),
    ).toHaveLength(1);
    expect(junitReport(given)).toContain('failures="1" errors="0" skipped="1">');
    expect(junitReport(given)).toContain('<skipped message="in the baseline"/>');
    expect(junitReport(given)).toContain('<property name="baseline.absent" value="2"/>');
  });

  it('stands in reports for programs', () => {
    const json = JSON.parse(jsonReport(given));
    expect(json.files[0].absent).toEqual(absent);
    expect(json.baselines).toEqual(baselines);
    expect(json.summary).toMatchObject({ warning: 1, unchanged: 1, suppressed: 0 });
  });
});

describe('jsonReport', () => {
  it('holds the findings as they are', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const out = JSON.parse(jsonReport(given));
        expect(out.files.map((f: { findings: Finding[] }) => f.findings.length)).toEqual(
          given.files.map((f) => f.findings.length),
        );
        const { suppressed, unchanged } = out.summary;
        expect([suppressed, suppressed + unchanged]).toEqual([
          all(given).length - shown(given).length,
          all(given).length - open(given).length,
        ]);
      }),
      RUNS,
    );
  });

  it('offers the preferred fix by its own name', () => {
    const fixes = [{ safe: true, title: 't', edits: [] }];
    expect(JSON.parse(jsonReport(input(finding('m', { fixes })))).files[0].findings[0]).toMatchObject({
      fix: fixes[0],
      fixes,
    });
  });
});

describe('githubReport', () => {
  it('gives one command per finding, whatever the text', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const lines = githubReport(given).split('\n').slice(0, -1);
        expect(lines).toHaveLength(open(given).length + used(given));
        for (const line of lines.slice(used(given)))
          expect(line).toMatch(
            /^::(error|warning|notice) file=[^,:\r]*,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?,title=[^,:\r]*::[^\r]*$/,
          );
      }),
      RUNS,
    );
  });

  it('escapes as the runner reads it', () => {
    const given = {
      ...input(finding('50%: a, b')),
      files: [{ path: 'a,b:c', kind: 'k', findings: [finding('50%: a, b')] }],
    };
    expect(githubReport(given)).toBe(
      '::warning file=a%2Cb%3Ac,line=5,endLine=5,col=2,endColumn=4,title=MLPS-RUN-003 read-only-rootfs::50%25: a, b\n',
    );
  });
});

const ELEMENT = /<\/?[a-z-]+(?: [a-z]+="[^"<&]*(?:&(?:amp|lt|gt|quot|apos|#\d+);[^"<&]*)*")*\/?>/;
const WELL_FORMED = new RegExp(
  `^<\\?xml [^>]*\\?>(?:\\s|${ELEMENT.source}|[^<>&\\u0000-\\u0008\\ufffe\\uffff]|&(?:amp|lt|gt|quot|apos|#\\d+);)*$`,
);
const decodeXml = (text: string) =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (_, code, name) =>
    code ? String.fromCharCode(Number(code)) : { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name as 'amp']!,
  );

describe('junitReport', () => {
  it('is well-formed for any text', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const xml = junitReport(given);
        expect(xml).toMatch(WELL_FORMED);
        const failing = open(given).filter((f) => f.severity === 'error' || f.severity === 'warning').length;
        expect(xml.match(/<failure /g)?.length ?? 0).toBe(failing);
        expect(xml).toContain(` failures="${failing}" errors="0" skipped="${all(given).length - open(given).length}">`);
      }),
      RUNS,
    );
  });

  it('keeps the message', () => {
    const message = `a<b> & "c" 'd'\n\te`;
    const [, written] = /failure type="warning" message="([^"]*)"/.exec(junitReport(input(finding(message))))!;
    expect(decodeXml(written!)).toBe(message);
  });
});

describe('markdownReport', () => {
  it('keeps any text inside its cell', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const rows = markdownReport(given)
          .split('\n')
          .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));
        const sections = given.files.filter((f) => f.findings.some((x) => !x.suppressed)).length;
        expect(rows).toHaveLength(shown(given).length + sections);
        for (const row of rows) {
          expect(row.replace(/\\[\s\S]/g, '').split('|')).toHaveLength(7);
          expect(row).not.toMatch(/[<>@]|&(?!amp;|lt;|gt;|#64;)/);
        }
      }),
      RUNS,
    );
  });
});

describe('htmlReport', () => {
  it('keeps any text out of the markup', () => {
    const tags = (html: string) => html.replace(/<style>[\s\S]*<\/style>/, '').match(/<[^>]*>?/g) ?? [];
    const own =
      /^<(!doctype html|\/?(html|head|body|title|h1|h2|p|table|thead|tbody|tr|th|td|b)|html lang="en"|meta [^<>]*|tr class="\w+")>$/;
    fc.assert(
      fc.property(anyInput, (given) => {
        expect(tags(htmlReport({ ...given, locale: 'en' })).filter((tag) => !own.test(tag))).toEqual([]);
      }),
      { numRuns: 100, seed: 4 },
    );
  });

  it('shows suppressed findings last, with their reasons, and loads nothing', () => {
    const html = htmlReport(
      input(finding('first', { suppressed: { reason: 'why <so>', until: '2027-01-31' } }), finding('second')),
    );
    expect(html.indexOf('second')).toBeLessThan(html.indexOf('first'));
    expect(html).toContain('why &lt;so&gt;, 2027-01-31');
    expect(html).not.toMatch(/<script|<link|<img|\bsrc=|https?:/);
  });
});
