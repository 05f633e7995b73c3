/** The only file that knows `@rgrove/parse-xml`: strict XML 1.0, without entities of the document's own. */
import { parseXml as parse, XmlElement } from '@rgrove/parse-xml';
import { fault } from '../../../../protocol/errors';

export interface Element {
  /** Without the prefix. */
  name: string;
  /** `x:` or empty. */
  prefix: string;
  attributes: Readonly<Record<string, string>>;
  /** UTF-16 offsets in the text. */
  start: number;
  end: number;
  children(): Element[];
  /** All text in it. */
  text(): string;
}

/**
 * The root of a document.
 * @throws fault book-damaged
 */
export function parseXml(text: string): Element {
  let root: XmlElement | null;
  try {
    // The parser joins CR and LF, which would shift what follows.
    ({ root } = parse(text.replaceAll('\r', ' '), { includeOffsets: true }));
  } catch {
    // Its words quote the file; nesting without end ends here too.
    throw fault('book-damaged');
  }
  if (!root) throw fault('book-damaged');
  return elementOf(root);
}

/** Children are looked at when they are asked for. */
const elementOf = (element: XmlElement): Element => ({
  name: element.name.slice(element.name.indexOf(':') + 1),
  prefix: element.name.slice(0, element.name.indexOf(':') + 1),
  attributes: element.attributes,
  start: element.start,
  end: element.end,
  children: () => element.children.flatMap((child) => (child instanceof XmlElement ? elementOf(child) : [])),
  text: () => element.text,
});

export const childrenOf = (element: Element, name: string): Element[] =>
  element.children().filter((child) => child.name === name);
