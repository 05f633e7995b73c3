/**
 * Both READMEs name what there is: settings with their defaults, commands, report formats, pictures
 * and pages.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assessmentFormats } from '../../src/worker/compliance/assess';
import { reportFormats } from '../../src/worker/compliance/report';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const { contributes } = JSON.parse(read('package.json'));

describe.each(['README.md', 'README.zh-CN.md'])('%s', (file) => {
  const text = read(file);

  it('lists every setting with its default', () => {
    const properties: Record<string, { default: unknown }> = Object.assign(
      {},
      ...[contributes.configuration].flat().map((c) => c.properties),
    );
    const wanted = Object.entries(properties).map(([name, { default: value }]) => [name, String(value)]);
    const rows = [...text.matchAll(/^\| `(qrCodeMaster\.[\w.]+)` *\| `?(\w*)`? *\|/gm)].map(([, name, value]) => [
      name,
      value,
    ]);
    expect(rows).toEqual(wanted);
  });

  it('links only what is there', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link]) => link!);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((link) => !existsSync(join(ROOT, link)))).toEqual([]);
  });

  it('names every format of a report', () => {
    const line = text.split('\n').find((each) => each.includes('cli.js lint'))!;
    expect(reportFormats.filter((name) => !new RegExp(`\\b${name}\\b`).test(line))).toEqual([]);
  });

  it('names every format of a report for an assessor', () => {
    const line = text.split('\n').find((each) => each.includes('cli.js report'))!;
    expect(assessmentFormats.filter((name) => !new RegExp(`\\b${name}\\b`).test(line))).toEqual([]);
  });

  it('says what exit code 1 is with every command that has it', () => {
    const [ones] = text.match(/(?<=^(?:Exit codes:|退出码：).*?[,，] ?1 ).*?(?=[,，] ?2 )/ms)!;
    const lint = /findings|发现/;
    const decode = /picture|图片/;
    const encode = /\brow\b|批量/;
    const audit = /operation log|操作日志/;
    for (const word of [lint, decode, encode, /`verify`/, audit]) expect(ones).toMatch(word);
  });
});
