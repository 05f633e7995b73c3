/** Requirements of Python: which packages are shipped, in every file that names some. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRequirements } from '../../../../../src/worker/compliance/documents/requirements/requirements';

const read = (name: string, text: string) => {
  const found = readRequirements(`file:///w/${name}`, text);
  for (const { name: normal, place } of found)
    expect(
      text
        .slice(place.start, place.end)
        .toLowerCase()
        .replace(/[-_.]+/g, '-'),
    ).toBe(normal);
  return found.map(({ name: normal }) => normal).join(' ');
};

describe('packages of', () => {
  it.each([
    [
      'requirements.txt',
      'Flask==3.0\r\n# no==1\n-r other.txt\n--hash=x\nA_b.C[x] >= 1 ; python_version < "4" # c\n./local\n',
      'flask a-b-c',
    ],
    ['requirements.txt', 'git+https://x/y.git#egg=Z_z\nw @ https://x/y.whl\nv ; extra == "dev"\n\n', 'z-z w'],
    [
      'pyproject.toml',
      '[project]\nname = "x"\ndependencies = [\n  "a>=1", # "no"\n  \'b[c]\',\n]\n[project.optional-dependencies]\ndev = ["no"]\n' +
        '[dependency-groups]\ndev = ["no"]\n[tool.pdm.dev-dependencies]\ntest = ["no"]\n',
      'a b',
    ],
    [
      'pyproject.toml',
      '[tool.poetry.dependencies]\npython = "^3.12"\na = "^1"\n"b.c" = {version = "1"}\nd = {version = "1", optional = true}\n' +
        '[tool.poetry.group.dev.dependencies]\nno = "1"\n[tool.poetry.dev-dependencies]\nno = "1"\n',
      'a b-c',
    ],
    ['pyproject.toml', '[project]\ndependencies = ["a",\n[tool.x]\nb = "no"\n', 'a'],
    ['Pipfile', '[packages]\na = "*"\nb = {version = "*"}\n[dev-packages]\nno = "*"\n', 'a b'],
    [
      'setup.cfg',
      '[metadata]\nname = x\n[options]\ninstall_requires =\n    a>=1\n    # no\n    b\nzip_safe = no\n[options.extras_require]\ndev =\n    no\n',
      'a b',
    ],
  ])('%s', (name, text, names) => expect(read(name, text)).toBe(names));
});

it('takes any text, and every place holds its name', () => {
  const scrap = fc.constantFrom(
    ...['[project]', '[packages]', '[options]', 'dependencies', 'install_requires', '=', '"', "'", '"""', '\n', '\r\n'],
    ...['[', ']', '{', '}', '#', ',', ' ', 'a', 'flask', '\\', 'git+x://y#egg=', '-', '.'],
  );
  const names = fc.constantFrom('requirements.txt', 'pyproject.toml', 'Pipfile', 'setup.cfg');
  fc.assert(
    fc.property(names, fc.array(fc.oneof(scrap, fc.string({ maxLength: 3 })), { maxLength: 30 }), (name, parts) => {
      read(name, parts.join(''));
    }),
    { numRuns: 2000 },
  );
});
