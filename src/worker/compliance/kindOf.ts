/** Which file is which kind of deployment file. */
import { withoutBraces } from '../protocol/deploymentFiles';
import { type Kind, kindRow, kinds } from '../protocol/fileKinds';
import { isPictureName } from '../protocol/pictureFiles';
import { holderOf } from './facts/heldAddress';
import { fileName } from './files';
import { fileKindOf } from './kinds/index';
import { setBounded } from './setBounded';

/** A glob without braces as the source of an expression over whole paths. */
const sourceOf = (glob: string): string =>
  glob.replace(/\*\*\/|[*.]/g, (part) => (part === '**/' ? '(?:.*[\\\\/])?' : part === '*' ? '[^\\\\/]*' : '\\.'));

interface Pattern {
  kind: Kind;
  glob: string;
  /** The longest text that a name must have in it, in small letters. */
  word: string;
  /** Made when a name has the word: to make all of them takes longer than a small file. */
  expression?: RegExp;
}

const longest = (words: readonly string[]): string => words.reduce((a, b) => (b.length > a.length ? b : a), '');

const patterns = kinds.flatMap((kind) =>
  kindRow(kind)
    .globs.flatMap(withoutBraces)
    .map((glob): Pattern => ({ kind, glob, word: longest(glob.split(/\*\*\/|\*/)).toLowerCase() })),
);

const isNamed = (pattern: Pattern, whole: string): boolean =>
  (pattern.expression ??= new RegExp(`^${sourceOf(pattern.glob)}$`, 'i')).test(whole);

/** More than are looked at together; the oldest go. */
const MAX_KNOWN = 2000;
const known = new Map<string, readonly Kind[]>();

/**
 * The kinds whose globs a name fits: asked anew at every stroke, and of every file that is read. A
 * picture is one whatever stands before: `.env.png`, `Dockerfile.png`.
 */
function kindsNamed(whole: string): readonly Kind[] {
  if (isPictureName(whole)) return [];
  let fitting = known.get(whole);
  if (!fitting) {
    const small = whole.toLowerCase();
    const fits = patterns.filter((pattern) => small.includes(pattern.word) && isNamed(pattern, whole));
    fitting = [...new Set(fits.map(({ kind }) => kind))];
    setBounded(known, whole, fitting, MAX_KNOWN);
  }
  return fitting;
}

const byLanguage = new Map(
  kinds.flatMap((kind) => (kindRow(kind).languages ?? []).map((language): [string, Kind] => [language, kind])),
);

/** Whether the file, or the one that its text stands in, is by its name a text for people. */
export function isDocumentation(path: string): boolean {
  const kind = kindOf(holderOf(path));
  return kind !== undefined && kindRow(kind).isDocumentation === true;
}

/** No text holds it in its beginning: compiled, or packed as manual pages are. */
const isBinary = (text: string): boolean => text.slice(0, 8_000).includes('\0');

/**
 * The kind by the editor's language, the name, and where both tell nothing by the text; undefined:
 * not ours.
 * @param path a path or an address
 * @param text absent: what only a text could tell is not ours
 */
export function kindOf(path: string, text?: string, languageId = ''): Kind | undefined {
  const name = fileName(path);
  const spoken = byLanguage.get(languageId);
  if (spoken && kindRow(spoken).isSettledByLanguage) return spoken;
  if (text !== undefined && isBinary(text)) return undefined;
  const fits = (kind: Kind) => !fileKindOf[kind].except?.test(name);
  const byName = kindsNamed((/^.*[\\/]/s.exec(path)?.[0] ?? '') + name).filter(fits);
  const told = byName.length > 0 ? byName : spoken && fits(spoken) ? [spoken] : [];
  if (told.length > 0) return told.find((kind) => text === undefined || !fileKindOf[kind].refuses?.(text));
  return text === undefined
    ? undefined
    : kinds.find((kind) => fits(kind) && fileKindOf[kind].recognises?.(name, text, languageId));
}
