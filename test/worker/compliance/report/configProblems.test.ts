/** What reports say of a configuration with problems. */
import { describe, expect, it } from 'vitest';
import { githubReport } from '../../../../src/worker/compliance/report/github';
import { htmlReport } from '../../../../src/worker/compliance/report/html';
import { jsonReport } from '../../../../src/worker/compliance/report/json';
import { junitReport } from '../../../../src/worker/compliance/report/junit';
import { markdownReport } from '../../../../src/worker/compliance/report/markdown';
import { sarifReport } from '../../../../src/worker/compliance/report/sarif';
import { textReport } from '../../../../src/worker/compliance/report/text';
import { input } from './sample';

describe('a configuration with problems', () => {
  const first = [
    { line: 2, message: '"colour" is not a setting here.' },
    { line: 4, message: 'There is no rule "X".' },
  ];
  const given = { ...input(), configs: [{ path: 'c.yaml', ignored: 0, problems: { count: 3, first } }] };

  it.each([
    ['text', textReport],
    ['markdown', markdownReport],
    ['html', htmlReport],
    ['github', githubReport],
  ])('says in the %s report what is wrong', (_, report) => {
    const plain = (locale: 'en' | 'zh-cn') =>
      report({ ...given, locale })
        .replaceAll('\\', '')
        .replaceAll('&quot;', '"');
    expect(plain('en')).toContain(
      'c.yaml (3 problems: line 2: "colour" is not a setting here. line 4: There is no rule "X". …)',
    );
    expect(plain('zh-cn')).toContain('c.yaml（3 个问题：第 2 行：');
  });

  it('counts them in reports for machines', () => {
    expect(JSON.parse(jsonReport(given)).configs).toEqual(given.configs);
    expect(junitReport(given)).toContain('<property name="configuration.problems" value="3"/>');
    const { artifacts } = JSON.parse(sarifReport(given)).runs[0];
    expect(artifacts).toContainEqual(expect.objectContaining({ properties: { ignored: 0, problems: 3 } }));
  });
});
