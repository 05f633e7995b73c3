/** Writes a definition into a section at the top of a compose file: `networks`, `volumes`. */
import type { Lookup } from '../../model/interpolate';
import type { Edit } from '../../model/value';
import { once } from '../../once';
import { indentAt, lineBreakOf } from '../text/lines';
import { pairOf, type YamlNode } from '../yaml/yamlTree';

export interface ComposeText {
  uri: string;
  text: string;
  /** Where the compose text ends; behind it may stand the rest of a README. */
  end: number;
  root: YamlNode | undefined;
  /**
   * Free of syntax errors, since what follows one may be missing from the tree, and of a version that
   * knows what is added.
   */
  sound: boolean;
  lookup: Lookup;
}

/** Looked for once: the text may be one line of a megabyte, and every service asks. */
export const breakOf = once(({ text }: ComposeText) => lineBreakOf(text));

const ANOTHER_DOCUMENT = /^(?:---|\.\.\.)(?:\s|$)/m;

const isLastDocument = once(
  ({ text, root, end }: ComposeText) => !ANOTHER_DOCUMENT.test(text.slice(root?.place.end ?? 0, end)),
);

/**
 * `lines` stand below the key. Undefined when the key is there already, or the section is written
 * in another style.
 */
export function addDefinition(
  file: ComposeText,
  section: string,
  key: string,
  lines: readonly string[],
): Edit[] | undefined {
  const { uri, text, end, root, sound } = file;
  if (!sound) return undefined;
  const br = breakOf(file);
  const present = pairOf(root, section);
  if (!present) {
    if (!isLastDocument(file)) return undefined;
    const apart = end === 0 || text[end - 1] === '\n' ? '' : br;
    const indent = indentAt(text, root?.place.start ?? 0);
    const body = [`${section}:`, `  ${key}:`, ...lines.map((line) => `    ${line}`)];
    return [{ uri, start: end, end, newText: apart + body.map((line) => indent + line + br).join('') }];
  }
  const { value } = present;
  const first = value.kind === 'map' && !value.flow && present.place.uri === uri ? value.pairs[0] : undefined;
  if (!first || pairOf(value, key)) return undefined;
  const at = first.place.start;
  const indent = indentAt(text, at);
  const body = [`${key}:`, ...lines.map((line) => `${indent}  ${line}`), indent].join(br);
  return [{ uri, start: at, end: at, newText: body }];
}
