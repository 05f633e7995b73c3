/** Which mistakes of `samples/spec` are found, and that nothing else is said of those files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint } from '../../../src/worker/compliance/lint';
import { treeFiles } from './treeFiles';

const FOLDER = join(import.meta.dirname, '../../../samples/spec');
const names = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(FOLDER.length + 1));
const ROOT = 'file:///w/spec';
const files = treeFiles(
  Object.fromEntries(names.map((name) => [`${ROOT}/${name}`, readFileSync(join(FOLDER, name), 'utf8')])),
);

/** `rule severity: lines` */
function found(name: string): string[] {
  const uri = `${ROOT}/${name}`;
  const context = { files, locale: 'en', profile: 'mlps3', today: '2026-11-29', group: false, folder: ROOT } as const;
  const lines = new Map<string, number[]>();
  for (const { rule, severity, range } of lint({ uri, text: files.text(uri) as string }, context).findings) {
    const key = `${rule.slice(5)} ${severity}`;
    lines.set(key, [...(lines.get(key) ?? []), range.start.line + 1]);
  }
  return [...lines].map(([key, at]) => `${key}: ${at.join(', ')}`).sort();
}

const EXPECTED: Record<string, string[]> = {
  'README.md': [],
  'app/pictures.py': ['APP-006 info: 28', 'UPL-002 warning: 22'],
  'app/templates/result.html': [],
  'compose.override.yaml': ['LOG-003 warning: 6', 'LOG-004 info: 4'],
  'cron/crontab': ['UPL-008 error: 2', 'UPL-008 info: 2'],
  'etc/ssh/sshd_config': ['HST-002 error: 2', 'HST-005 info: 1'],
  'firewall.sh': ['NET-004 error: 3', 'NET-007 warning: 3'],
  'firewalld.sh': ['NET-004 error: 2'],
  'pull.sh': ['IMG-001 warning: 2', 'IMG-004 warning: 2', 'IMG-005 error: 4'],
  'run.sh': [
    'IMG-001 warning: 13',
    'IMG-004 warning: 2',
    'LOG-002 warning: 2',
    'LOG-005 warning: 2',
    'NET-001 warning: 10',
    'NET-004 error: 10',
    'NET-008 warning: 2',
    'RUN-007 info: 9',
    'RUN-009 warning: 2',
    'RUN-016 warning: 2',
    'RUN-017 info: 2',
    'RUN-018 warning: 2',
    'RUN-020 info: 2',
    'RUN-023 warning: 12',
  ],
  'scan.sh': ['IMG-006 warning: 2'],
  'uploads.sh': ['UPL-005 error: 2', 'UPL-006 error: 3'],
};

const LANGUAGES: Record<string, string> = { sh: 'bash', py: 'python', html: 'html', yaml: 'yaml' };

/** All files in the fences of one page. */
const page = (): string =>
  Object.keys(EXPECTED)
    .filter((name) => name !== 'README.md')
    .map((name) => {
      const language = LANGUAGES[name.replace(/^.*\./, '')] ?? '';
      return `The file \`${name}\`:\n\n\`\`\`${language}\n${files.text(`${ROOT}/${name}`)}\`\`\`\n`;
    })
    .join('\n');

describe('a deployment with mistakes', () => {
  it('is wholly told of here', () => expect(Object.keys(EXPECTED).sort()).toEqual(names.sort()));
  it.each(Object.entries(EXPECTED))('%s', (name, expected) => expect(found(name)).toEqual(expected));

  it('is found in the fences of a page, too, as information', () => {
    const uri = 'file:///page/install.md';
    const context = {
      files: treeFiles({}),
      locale: 'en',
      profile: 'mlps3',
      today: '2026-11-29',
      group: false,
    } as const;
    const { findings } = lint({ uri, text: page() }, context);
    const rules = new Set(findings.map(({ rule }) => rule.slice(5)));
    const all = new Set(
      Object.values(EXPECTED)
        .flat()
        .map((line) => line.replace(/ .*/, '')),
    );
    // What a file lacks is not said of what a page shows of it.
    all.delete('HST-005');
    expect([...rules].sort()).toEqual([...all].sort());
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['info']));
  });
});
