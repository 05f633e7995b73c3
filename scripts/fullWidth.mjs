// Chinese punctuation: what stands beside Chinese characters is full-width; code, placeholders and
// addresses stay as they are.

const WIDE = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' };
/** Han characters, CJK and full-width punctuation. */
const CHINESE = /[\u3001-\u303f\u3400-\u9fff\uff01-\uff5e]/;
const KEPT = /`[^`]*`|\{\w+\}|\$\{[^}]*\}|%\w+%|\]\([^)\s]*\)|https?:\/\/[^\s\u3001-\uffff]+/g;
/** Stands for a kept part while the rest is looked at. */
const MASK = '\ue000';

const isChinese = (character) => character !== undefined && CHINESE.test(character);

/** The text with full-width punctuation; a text without Chinese characters as it is. */
export function fullWidth(text) {
  if (!/[\u3400-\u9fff]/.test(text)) return text;
  const kept = text.match(KEPT) ?? [];
  let out = text.replace(KEPT, MASK);
  out = out.replace(/ ?\(([^()]*)\) ?/g, (whole, inner, at) => {
    const [before, after] = [out[at - 1], out[at + whole.length]];
    const isProse = whole.startsWith(' ') || before === MASK || isChinese(before) || isChinese(after);
    return isProse || /[\u3400-\u9fff]/.test(inner) ? `（${inner}）` : whole;
  });
  out = out.replace(/([,;:!?])( *)/g, (whole, mark, blanks, at) => {
    const [before, after] = [out[at - 1], out[at + whole.length]];
    if (isChinese(before) || isChinese(after)) return WIDE[mark];
    return mark === ',' && before === MASK && after === MASK && blanks !== '' ? '、' : whole;
  });
  let next = 0;
  return out.replaceAll(MASK, () => kept[next++]);
}
