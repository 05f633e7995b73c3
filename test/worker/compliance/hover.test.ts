import { describe, expect, it } from 'vitest';
import { hover } from '../../../src/worker/compliance/hover';
import { lint } from '../../../src/worker/compliance/lint';
import { ruleHover, rulePage } from '../../../src/worker/compliance/rulePage';
import { rules } from '../../../src/worker/compliance/rules/index';

const uri = 'file:///w/compose.yaml';
const text = `services:
  web:
    build: .
    ports: ["8080:8080"]
  db:
    image: postgres:17.2
    ports: ["5432:5432"]
`;
const daemon = `{
  "no-new-privileges": true,
  "log-driver": "syslog",
  "log-opts": { "syslog-address": "tcp+tls://logs.example.cn:6514" }
}
`;
const dockerfile = `FROM debian:13.1
RUN true
USER 10001
HEALTHCHECK CMD ["/bin/true"]
EXPOSE 8080
CMD ["/app"]
`;

function judged(files: Record<string, string>) {
  return lint(
    { uri, text },
    { files: { text: (at) => files[at] ?? null }, locale: 'en', profile: 'mlps3', today: '2026-11-25' },
  );
}

/** What is said of the service whose name stands in this line. */
function saidAt(line: number, files: Record<string, string>, locale: 'en' | 'zh-cn' = 'en'): string {
  const { findings, satisfied } = judged(files);
  return hover(text, { line, character: 3 }, findings, satisfied, locale)?.markdown ?? '';
}

describe('hover', () => {
  it('names the file and line that satisfy a rule instead', () => {
    const files = { 'file:///w/daemon.json': daemon, 'file:///w/Dockerfile': dockerfile };
    const { satisfied, findings } = judged(files);
    const rulesOf = (line: number) =>
      satisfied.filter(({ range }) => range.start.line === line).map(({ rule }) => rule);
    expect(rulesOf(1)).toEqual(
      expect.arrayContaining(['MLPS-RUN-009', 'MLPS-RUN-002', 'MLPS-RUN-020', 'MLPS-LOG-002', 'MLPS-LOG-005']),
    );
    expect(rulesOf(4)).toEqual(expect.arrayContaining(['MLPS-RUN-009', 'MLPS-LOG-002']));
    expect(rulesOf(4)).not.toContain('MLPS-RUN-020');
    for (const { rule, range } of satisfied)
      expect(findings.some((f) => f.rule === rule && f.range.start.line === range.start.line)).toBe(false);
    const web = saidAt(1, files);
    expect(web).toContain('MLPS-RUN-009 no-new-privileges: set by [daemon\\.json, line 2](file:///w/daemon.json#L2)');
    expect(web).toContain('[Dockerfile, line 3](file:///w/Dockerfile#L3)');
    expect(web).toContain('[Dockerfile, line 4](file:///w/Dockerfile#L4)');
    expect(saidAt(4, files, 'zh-cn')).toContain('[daemon\\.json 第 2 行](file:///w/daemon.json#L2)');
  });

  it('says nothing of other files where there are none', () => {
    expect(judged({}).satisfied).toEqual([]);
    expect(saidAt(1, {})).not.toContain('set by');
  });

  it('explains a rule that a comment names', () => {
    expect(hover('# MLPS-RUN-009', { line: 0, character: 5 }, [], [], 'en')!.markdown).toContain('no-new-privileges');
    expect(hover('# MLPS-RUN-009', { line: 0, character: 0 }, [], [], 'en')).toBeNull();
  });
});

it.each(rules.flatMap(({ id }) => [[id, 'en'] as const, [id, 'zh-cn'] as const]))(
  'strikes nothing out: %s in %s',
  (id, locale) => {
    for (const text of [ruleHover(id, locale)!, rulePage(id, locale)!])
      expect(text.replace(/```[\s\S]*?```|`[^`]*`/g, '')).not.toMatch(/(?<!\\)~/);
  },
);
