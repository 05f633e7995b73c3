/**
 * What a pipeline's own text says that a name stands for: `$NAME`, GitHub's `${{ env.NAME }}`,
 * Azure's `$(NAME)`, CircleCI's `<< pipeline.parameters.NAME >>`.
 */
import { interpolate, type Lookup } from '../../model/interpolate';
import { isSecretSetting } from '../../model/secretName';
import { type Place, UNKNOWN } from '../../model/value';
import { child, type YamlNode } from '../yaml/yamlTree';
import type { CiVariable } from './ciScalars';
import type { CiSystem } from './ciSystem';

export interface CiNames {
  /** Undefined for what is not set here, set to two things, set by a command, or a secret. */
  lookup: Lookup;
  /** Where each is set, the last place of several. */
  places: ReadonlyMap<string, Place>;
  /** Expressions, as a global pattern. */
  pattern: RegExp;
  /** What an expression stands for: UNKNOWN where that is not told. */
  expression(text: string): string;
  /** A text with all of them filled in. */
  fill(text: string): string;
}

/** None begins within another, so that what is never closed is read once, not once for each. */
const between = (open: string, close: string) => `${open}(?:(?!${open})[\\s\\S])*?${close}`;
const BRACES = between('\\$\\{\\{', '\\}\\}');
const PATTERNS: Partial<Record<CiSystem, RegExp>> = {
  circleci: new RegExp(`${BRACES}|<<[^<>\\n]*>>`, 'g'),
  azure: new RegExp(`${BRACES}|${between('\\$\\[', '\\]')}|\\$\\([\\w.-]+\\)`, 'g'),
};
const OTHERS = new RegExp(`${BRACES}|${between('\\$\\[\\[', '\\]\\]')}`, 'g');
const NAMED =
  /^(?:\$\{\{\s*(?:env|variables)\.([\w-]+)\s*\}\}|\$\(([\w.-]+)\)|<<\s*pipeline\.parameters\.([\w-]+)\s*>>)$/;
/** Whatever a command may set, for itself or for the steps behind it. */
const ASSIGNED = /(?<![\w.])([A-Za-z_][\w.]*)=|setvariable variable=([\w.]+)/g;
const MAX_DEPTH = 8;
/** Characters that expressions may put into the texts of one document. */
const MOST_FILLED = 1_000_000;

/** Names that a command of the pipeline may set. */
export const assignedIn = (document: string): Set<string> =>
  new Set([...document.matchAll(ASSIGNED)].map(([, name, other]) => other ?? name!));

/**
 * @param variables of the document
 * @param isAssigned whether a command may set the name
 */
export function readNames(
  system: CiSystem,
  root: YamlNode | undefined,
  variables: readonly CiVariable[],
  isAssigned: (name: string) => boolean,
): CiNames {
  const texts = new Map<string, string | undefined>();
  const places = new Map<string, Place>();
  for (const { name, value } of [...variables, ...(system === 'circleci' ? defaultsOf(root) : [])]) {
    const isOther = texts.has(name) && texts.get(name) !== value.text;
    texts.set(name, isOther || isSecretSetting(name, value.text) ? undefined : value.text);
    places.set(name, value.place);
  }
  for (const name of texts.keys()) if (isAssigned(name)) texts.delete(name);
  const pattern = PATTERNS[system] ?? OTHERS;
  const found = new Map<string, string>();
  let depth = 0;
  let room = MOST_FILLED;
  const lookup: Lookup = (name) => {
    const text = texts.get(name);
    if (text === undefined || depth >= MAX_DEPTH) return undefined;
    const before = found.get(name);
    if (before !== undefined) return before;
    depth++;
    const whole = fill(text);
    depth--;
    found.set(name, whole);
    return whole;
  };
  const expression = (text: string): string => {
    const [, ofBraces, ofParentheses, ofCircle] = NAMED.exec(text) ?? [];
    const name = ofBraces ?? ofParentheses ?? ofCircle;
    const value = (name === undefined ? undefined : lookup(name)) ?? UNKNOWN;
    room -= value.length;
    return room > 0 ? value : UNKNOWN;
  };
  const fill = (text: string): string => interpolate(text.replace(pattern, expression), lookup, '\\');
  return { lookup, places, pattern, expression, fill };
}

/** CircleCI's parameters of the pipeline, unless who starts it gives others. */
function defaultsOf(root: YamlNode | undefined): CiVariable[] {
  const parameters = child(root, 'parameters');
  return (parameters?.kind === 'map' ? parameters.pairs : []).flatMap(({ key, value }) => {
    const given = child(value, 'default');
    return given?.kind === 'scalar' ? [{ name: key, value: given }] : [];
  });
}
