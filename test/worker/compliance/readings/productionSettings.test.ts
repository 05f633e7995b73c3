/** Debug mode of settings classes: what holds for the application in operation. */
import { describe, expect, it } from 'vitest';
import { lint } from '../../../../src/worker/compliance/lint';
import { treeFiles } from '../treeFiles';

/** Lines with MLPS-APP-001 in the smaller profile. */
function lines(text: string, others: Record<string, string> = {}, name = 'config.py') {
  const uri = `file:///w/${name}`;
  const texts = { [name]: text, ...others };
  const files = treeFiles(Object.fromEntries(Object.entries(texts).map(([path, each]) => [`file:///w/${path}`, each])));
  return lint(
    { uri, text },
    { files, folder: 'file:///w', locale: 'en', profile: 'recommended', today: '2026-11-30', group: false },
  ).findings.flatMap(({ rule, range }) => (rule === 'MLPS-APP-001' ? [range.start.line + 1] : []));
}

const of = (name: string, base: string, ...body: string[]) =>
  `class ${name}${base && `(${base})`}:\n${(body.length > 0 ? body : ['pass']).map((line) => `    ${line}\n`).join('')}`;

describe('settings for operation', () => {
  it.each([
    ['its own', of('ProductionConfig', '', 'DEBUG = True'), [2]],
    ['its own, of a short name', of('ProdSettings', 'Config', 'DEBUG: bool = True'), [2]],
    ['taken over', of('BaseConfig', '', 'DEBUG = True') + of('ProductionConfig', 'BaseConfig'), [2]],
    [
      'taken over twice',
      of('A', '', 'DEBUG = False') +
        of('BaseConfig', 'A', 'DEBUG = True') +
        of('MidConfig', 'BaseConfig') +
        of('ProductionConfig', 'MidConfig', 'X = 1'),
      [4],
    ],
    [
      'of the class for development',
      of('DevelopmentConfig', '', 'DEBUG = True') + of('ProductionConfig', 'DevelopmentConfig'),
      [2],
    ],
    [
      'made of one for development',
      of('DevelopmentConfig', '', 'DEBUG = False') + of('ProductionConfig', 'DevelopmentConfig', 'DEBUG = True'),
      [4],
    ],
    ['set anew', of('BaseConfig', '', 'DEBUG = True') + of('ProductionConfig', 'BaseConfig', 'DEBUG = False'), []],
    [
      'set anew below',
      of('BaseConfig', '', 'DEBUG = True') +
        of('SafeConfig', 'BaseConfig', 'DEBUG = False') +
        of('ProductionConfig', 'SafeConfig'),
      [],
    ],
    [
      'for development alone',
      of('Config', '', 'DEBUG = False') +
        of('DevelopmentConfig', 'Config', 'DEBUG = True') +
        of('ProductionConfig', 'Config'),
      [],
    ],
    ['like production, for tests', of('TestProductionConfig', '', 'DEBUG = True'), []],
    ['a product, not production', of('ProductConfig', '', 'DEBUG = True'), []],
    ['around in a circle', of('ProductionConfig', 'B') + of('B', 'ProductionConfig', 'DEBUG = False'), []],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });
});

describe('settings that another module gives Flask', () => {
  const text = of('Config', '', 'DEBUG = True');

  it.each([
    "app.config.from_object('config.Config')",
    "app.config.from_object('acme.config.Config')",
    'from config import Config\napp.config.from_object(Config)',
    'from .config import Config\napp.config.from_object(Config())',
    'import config\napp.config.from_object(config.Config)',
    'from config import configs\napp.config.from_object(configs[name])',
    "app.config.from_pyfile('config.py')",
  ])('%s', (load) => {
    expect(lines(text)).toEqual([]);
    expect(lines(text, { 'app.py': `from flask import Flask\napp = Flask(__name__)\n${load}\n` })).toEqual([2]);
  });

  it('and not those of another one', () => {
    const load = "from flask import Flask\napp = Flask(__name__)\napp.config.from_object('settings.Config')\n";
    expect(lines(text, { 'app.py': load })).toEqual([]);
  });
});
