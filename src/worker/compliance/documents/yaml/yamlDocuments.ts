/** The documents of a YAML stream (YAML 1.2.2, 9.2): `---` at the begin of a line starts another. */
import type { TextPart } from './yaml';

/** More than a person writes: each takes a parser of its own. */
const MAX_DOCUMENTS = 100;

/**
 * In order and without gaps; comments and directives belong to the document that they precede.
 * `rest`: what comes behind so many that it is not read.
 */
export function yamlDocuments(text: string): { documents: TextPart[]; rest?: TextPart } {
  const documents: TextPart[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/^---(?=\s|$)/gm)) {
    if (isEmpty(text.slice(start, index))) continue;
    documents.push({ start, end: index });
    start = index;
    if (documents.length === MAX_DOCUMENTS) return { documents, rest: { start, end: text.length } };
  }
  return { documents: [...documents, { start, end: text.length }] };
}

const isEmpty = (text: string): boolean => text.split(/\r?\n/).every((line) => /^\s*(?:[#%].*)?$/.test(line));
