/** Flow collections of plain YAML. */
import { giveUp, MAX_DEPTH, type PlainReader, placeOf } from './plainReader';
import { plainScalar, quoted } from './plainScalar';
import type { YamlList, YamlMap, YamlNode, YamlPair } from './yamlTree';

const FLOW_PLAIN = /[^\s[\]{},&*!|>'"%@`#?:-][^[\]{},:#\r\n\t"']*|-[^\s[\]{},:#"'-][^[\]{},:#\r\n\t"']*/y;
const FLOW_KEY = /([\w.$/-]+|"[^"\\\n\r]*"|'[^'\n\r]*'):(?= )/y;
/** A flow collection that ends on its line. */
export function flow(reader: PlainReader, at: number, end: number): YamlMap | YamlList {
  if (++reader.depth > MAX_DEPTH) giveUp();
  const { text } = reader;
  const isMap = text.charCodeAt(at) === 123;
  const close = isMap ? 125 : 93;
  const pairs = new Map<string, YamlPair>();
  const items: YamlNode[] = [];
  const spaces = (i: number): number => {
    let next = i;
    while (text.charCodeAt(next) === 32) next++;
    return next;
  };
  let next = spaces(at + 1);
  while (next < end && text.charCodeAt(next) !== close) {
    let value: YamlNode;
    if (isMap) {
      FLOW_KEY.lastIndex = next;
      const key = FLOW_KEY.exec(text)?.[1] ?? giveUp();
      const keyEnd = next + key.length;
      value = flowValue(reader, spaces(keyEnd + 1), end);
      const name = /^["']/.test(key) ? key.slice(1, -1) : key;
      if (name === '-' || name.startsWith('- ')) giveUp();
      pairs.set(name, {
        key: name,
        keyPlace: placeOf(reader, next, keyEnd),
        value,
        place: placeOf(reader, next, value.place.end),
      });
    } else {
      value = flowValue(reader, next, end);
      items.push(value);
    }
    next = spaces(value.place.end);
    if (text.charCodeAt(next) === 44) next = spaces(next + 1);
    else if (text.charCodeAt(next) !== close) giveUp();
  }
  if (next >= end) giveUp();
  reader.depth--;
  const whole = placeOf(reader, at, next + 1);
  return isMap
    ? { kind: 'map', place: whole, tag: undefined, flow: true, pairs: [...pairs.values()] }
    : { kind: 'list', place: whole, tag: undefined, flow: true, items };
}

function flowValue(reader: PlainReader, at: number, end: number): YamlNode {
  const { text } = reader;
  const c = text.charCodeAt(at);
  if (c === 34 || c === 39) return quoted(reader, at, end);
  if (c === 91 || c === 123) return flow(reader, at, end);
  FLOW_PLAIN.lastIndex = at;
  const raw = FLOW_PLAIN.exec(text)?.[0] ?? giveUp();
  const after = text.charCodeAt(at + raw.length);
  // A colon may belong to the value or make a pair of it.
  if (after !== 44 && after !== 93 && after !== 125) giveUp();
  return plainScalar(reader, at, at + raw.trimEnd().length);
}
