/** An assessment of files that stand in one folder, for tests. */
import { createHash } from 'node:crypto';
import { type AssessInput, assess } from '../../../../src/worker/compliance/assess/assess';
import type { AssessedFile } from '../../../../src/worker/compliance/assess/assessedFile';
import type { LintConfig } from '../../../../src/worker/compliance/config';
import { lint } from '../../../../src/worker/compliance/lint';
import { rules } from '../../../../src/worker/compliance/rules/index';
import type { Assessment } from '../../../../src/worker/protocol/assessment';
import { treeFiles } from '../treeFiles';

const ROOT = 'file:///w/app';

type More = Partial<AssessInput> & { config?: LintConfig };

/** @param texts by path below the folder */
export const assessTree = (texts: Readonly<Record<string, string>>, more?: More): Assessment =>
  assess(treeInput(texts, more));

/** What an assessment of the files is given. */
export function treeInput(texts: Readonly<Record<string, string>>, { config, ...more }: More = {}): AssessInput {
  const files = treeFiles(Object.fromEntries(Object.entries(texts).map(([path, text]) => [`${ROOT}/${path}`, text])));
  const assessed = Object.entries(texts).flatMap(([path, text]): AssessedFile[] => {
    const uri = `${ROOT}/${path}`;
    const context = { files, locale: 'en', profile: 'mlps3', today: '2026-11-29', folder: ROOT, config } as const;
    const { kind, findings, described } = lint({ uri, text }, { ...context, group: false, assessing: true });
    if (!kind) return [];
    const sha256 = createHash('sha256').update(text).digest('hex');
    return [{ path, kind, sha256, size: text.length, findings, described: described! }];
  });
  return {
    files: assessed,
    rootOf: (folder) => folder.slice(ROOT.length + 1),
    notJudged: [],
    configs: [],
    attestations: [],
    rules,
    version: '0.0.0',
    ruleSet: 'rules',
    today: '2026-11-29',
    ...more,
  };
}
