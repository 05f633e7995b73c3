/**
 * The files that a new rule begins with; what its author must write is marked `FILL_IN`, and tests
 * fail until it is written.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { areas } from '../src/worker/compliance/areas';
import { fileKindOf } from '../src/worker/compliance/kinds/index';
import { rules } from '../src/worker/compliance/rules/index';
import { withoutBraces } from '../src/worker/protocol/deploymentFiles';
import { type Kind, kindRow, kinds } from '../src/worker/protocol/fileKinds';

/** What no finished rule or fixture may contain. */
export const FILL_IN = 'FILL_IN';

export const USAGE = 'npm run new:rule -- <rule-name> --kind <kind> --id MLPS-<AREA>-<NNN>';
const KINDS = kinds.join(', ');
const AREAS = Object.keys(areas).join(', ');

interface RuleRequest {
  /** kebab-case */
  name: string;
  kind: Kind;
  id: string;
}

/** Throws with what is wrong and what would be right. */
export function readRequest(args: readonly string[]): RuleRequest {
  const [name, ...options] = args;
  const given = new Map(
    options.flatMap((option, i) => (i % 2 === 0 ? [[option, options[i + 1]]] : [])) as [string, string][],
  );
  const [kind, id] = [given.get('--kind'), given.get('--id')];
  const surplus = [...given.keys()].find((option) => option !== '--kind' && option !== '--id');
  if (!name || !kind || !id || surplus)
    throw new Error(
      `${surplus ? `Unknown option ${surplus}. ` : ''}Usage: ${USAGE}\nKinds: ${KINDS}.\nAreas: ${AREAS}.`,
    );
  if (!/^[a-z]\w*(?:-[a-z\d]+)+$/.test(name))
    throw new Error(`"${name}" is not a kebab-case name of two words or more: no-root-user.`);
  if (!kinds.includes(kind as Kind)) throw new Error(`"${kind}" is not a kind of file. Kinds: ${KINDS}.`);
  const area = /^MLPS-([A-Z]{3})-\d{3}$/.exec(id)?.[1];
  if (!area) throw new Error(`"${id}" is not a rule id: MLPS-RUN-008.`);
  if (!(area in areas)) throw new Error(`There is no area ${area}. Areas: ${AREAS} (src/worker/compliance/areas.ts).`);
  const taken = rules.find((rule) => rule.id === id || rule.name === name);
  if (taken) throw new Error(`${taken.id} ${taken.name} exists. An id and a name are never used twice.`);
  return { name, kind: kind as Kind, id };
}

/**
 * Writes the rule and its fixtures below a project's root; answers their paths. Writes nothing when
 * one of them exists.
 */
export function writeRule(root: string, request: RuleRequest): string[] {
  const files = ruleFiles(request);
  const there = [...files.keys()].find((path) => existsSync(join(root, path)));
  if (there) throw new Error(`${there} exists. Nothing was written.`);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return [...files.keys()];
}

/** Paths of rules that judge files of the kind, those first that judge little else. */
export const modelsFor = (kind: Kind): string[] =>
  rules
    .filter((rule) => rule.kinds.includes(kind))
    .toSorted((a, b) => a.kinds.length - b.kinds.length)
    .map(({ id, name }) => rulePath(id, variableOf(name)));

const variableOf = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

const rulePath = (id: string, variable: string): string =>
  `src/worker/compliance/rules/${id.slice(5, 8).toLowerCase()}/${variable}.ts`;

function ruleFiles({ name, kind, id }: RuleRequest): Map<string, string> {
  const variable = variableOf(name);
  const fixtures = `test/fixtures/rules/${name}`;
  const file = fixtureName(kind);
  return new Map([
    [rulePath(id, variable), ruleText(variable, name, kind, id)],
    ...['valid', 'invalid', 'fixed'].map((verdict): [string, string] => [
      `${fixtures}/${verdict}.${file}`,
      `${FILL_IN}\n`,
    ]),
  ]);
}

/** A name that makes a file of the kind, wherever it lies. */
export function fixtureName(kind: Kind): string {
  const names = kindRow(kind)
    .globs.flatMap(withoutBraces)
    .map((glob) => glob.replace(/^\*\*\//, ''));
  // A kind without globs is told by its text.
  const name = names.find((n) => !n.includes('/')) ?? names[0] ?? 'example.png';
  return name.replace(/^\*/, 'example').replaceAll('*', '');
}

/** The sort of facts that files of the kind give before all others. */
export function factOf(kind: Kind): string {
  const { holds, read } = fileKindOf[kind];
  if (holds?.includes('shell')) return 'script';
  const sorts = Object.keys(read({ uri: `file:///${fixtureName(kind)}`, text: '' }, { text: () => null }));
  return sorts.find((sort) => sort !== 'problems' && sort !== 'translations' && sort !== 'image') ?? 'text';
}

const ruleText = (
  variable: string,
  name: string,
  kind: Kind,
  id: string,
): string => `/** ${id}: ${FILL_IN}: what holds where the rule is kept. */
import type { Rule } from '../rule';

export const ${variable}: Rule = {
  id: '${id}',
  name: '${name}',
  // ${FILL_IN}: error: a concrete hole; warning: hardening that is missing; info: needs a look.
  // recommended: quiet on ordinary files.
  severity: 'warning',
  profile: 'mlps3',
  kinds: ['${kind}'],
  // ${FILL_IN}: GB/T 22239-2019 level 3, \`~\` before a nearest clause. Where there are any: rows
  // of the checklist, ids of other tools, and \`highRisk\` and \`triggers\` of checklist/.
  clauses: ['${FILL_IN}'],
  rows: [],
  peers: [],
  title: { en: '${FILL_IN}', 'zh-cn': '${FILL_IN}' },
  why: { en: '${FILL_IN}', 'zh-cn': '${FILL_IN}' },
  remedy: { en: '${FILL_IN}', 'zh-cn': '${FILL_IN}' },
  // ${FILL_IN}: what is wrong and what to write, and the titles of fixes; \`{name}\` is filled in
  // from the report's data.
  messages: {
    found: { en: '${FILL_IN}', 'zh-cn': '${FILL_IN}' },
    fix: { en: '${FILL_IN}', 'zh-cn': '${FILL_IN}' },
  },
  check: {
    ${factOf(kind)}(fact, { report }) {
      // ${FILL_IN}: report({ place, message: 'found', data: { name }, fixes: () => [{ safe, title:
      // 'fix', edits }] })
    },
  },
};
`;
