/** The tags of a small XML file with their attributes and places; linear, never throws. */
import type { Place } from '../../model/value';

export interface XmlTag {
  name: string;
  place: Place;
  /** `</name>` */
  isEnd: boolean;
  /** `<name/>` */
  isEmpty: boolean;
  /** By name; places are those between the quotes. */
  attributes: ReadonlyMap<string, { text: string; place: Place }>;
}

const PIECE = /<!--|<!\[CDATA\[|<\?|<(\/?)([A-Za-z][\w:.-]*)/g;
const ATTRIBUTE = /\s*([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const ENDS: Readonly<Record<string, string>> = { '<!--': '-->', '<![CDATA[': ']]>', '<?': '?>' };

/** Comments and processing instructions are passed over. */
export function xmlTags(uri: string, text: string): XmlTag[] {
  const tags: XmlTag[] = [];
  PIECE.lastIndex = 0;
  for (let match = PIECE.exec(text); match; match = PIECE.exec(text)) {
    const [whole, slash, name] = match;
    if (name === undefined) {
      const close = ENDS[whole]!;
      const end = text.indexOf(close, PIECE.lastIndex);
      if (end < 0) return tags;
      PIECE.lastIndex = end + close.length;
      continue;
    }
    const attributes = new Map<string, { text: string; place: Place }>();
    let at = PIECE.lastIndex;
    ATTRIBUTE.lastIndex = at;
    for (let found = ATTRIBUTE.exec(text); found; found = ATTRIBUTE.exec(text)) {
      at = ATTRIBUTE.lastIndex;
      const value = found[2] ?? found[3]!;
      attributes.set(found[1]!, { text: value, place: { uri, start: at - 1 - value.length, end: at - 1 } });
    }
    const close = /\s*(\/?)>/y;
    close.lastIndex = at;
    const last = close.exec(text);
    if (last) at = close.lastIndex;
    PIECE.lastIndex = at;
    tags.push({
      ...{ name, attributes, place: { uri, start: match.index, end: at } },
      ...{ isEnd: slash === '/', isEmpty: last?.[1] === '/' },
    });
  }
  return tags;
}
