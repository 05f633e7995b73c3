/**
 * The lists that are made out of folders: rules and kinds of files. A file in the folder is in the
 * list.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kinds } from '../src/worker/protocol/fileKinds';

const ROOT = join(import.meta.dirname, '..');
const COMPLIANCE = 'src/worker/compliance';

export const indexes = (): [path: string, text: string][] => [
  [`${COMPLIANCE}/kinds/index.ts`, kindIndex()],
  [`${COMPLIANCE}/rules/index.ts`, ruleIndex()],
];

const GENERATED = '// Made by `npm run generate`: what is in the folder is in the list.';

const kindIndex = (): string =>
  [
    '/** How the files of each kind are told from others and read. */',
    GENERATED,
    `import type { Kind } from '../../protocol/fileKinds';`,
    `import type { FileKind } from '../fileKind';`,
    ...filesOf('kinds').map((name) => `import { ${name} } from './${name}';`),
    '',
    'export const fileKindOf: Record<Kind, FileKind> = {',
    ...kinds.map((kind) => `  ${kind},`),
    '};',
    '',
  ].join('\n');

function ruleIndex(): string {
  const folders = readdirSync(join(ROOT, COMPLIANCE, 'rules'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const paths = folders.flatMap(({ name }) => filesOf(`rules/${name}`).map((file) => `${name}/${file}`)).sort(byName);
  // Their text, not what they export: the list must be made before they can be loaded.
  const rules = paths.flatMap((path) => {
    const text = readFileSync(join(ROOT, COMPLIANCE, 'rules', `${path}.ts`), 'utf8');
    const [, name, id] = /^export const (\w+): Rule = \{\n {2}id: '([^']+)',$/m.exec(text) ?? [];
    return name && id ? [{ path, name, id }] : [];
  });
  const byId = rules.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return [
    '/** The only list of rules. */',
    GENERATED,
    ...[
      ...rules.map(({ path, name }) => `import { ${name} } from './${path}';`),
      `import type { Rule } from './rule';`,
    ].sort(byPath),
    '',
    '/** By id. */',
    'export const rules: readonly Rule[] = [',
    ...byId.map(({ name }) => `  ${name},`),
    '];',
    '',
  ].join('\n');
}

/** As the formatter sorts imports: capitals among the small letters. */
const byName = (a: string, b: string): number => (a.toLowerCase() < b.toLowerCase() ? -1 : 1);
const byPath = (a: string, b: string): number => byName(a.slice(a.indexOf("'")), b.slice(b.indexOf("'")));

const filesOf = (folder: string): string[] =>
  readdirSync(join(ROOT, COMPLIANCE, folder))
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -3))
    .sort(byName);
