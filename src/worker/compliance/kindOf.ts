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

const named = kinds
  .filter((kind) => kindRow(kind).globs.length > 0)
  .map((kind): [Kind, RegExp] => [
    kind,
    new RegExp(`^(?:${kindRow(kind).globs.flatMap(withoutBraces).map(sourceOf).join('|')})$`, 'i'),
  ]);

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
    fitting = named.flatMap(([kind, pattern]) => (pattern.test(whole) ? kind : []));
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
  const fits = (kind: Kind) => !fileKindOf[kind].except?.test(name);
  const byName = kindsNamed((/^.*[\\/]/s.exec(path)?.[0] ?? '') + name).filter(fits);
  const told = byName.length > 0 ? byName : spoken && fits(spoken) ? [spoken] : [];
  if (told.length > 0) return told.find((kind) => text === undefined || !fileKindOf[kind].refuses?.(text));
  return text === undefined ? undefined : kinds.find((kind) => fileKindOf[kind].recognises?.(name, text, languageId));
}
