/**
 * Whether the comment at a place says that it is for development alone: behind it in its line, or
 * above it and its neighbours of the same depth.
 */
const ASIDE =
  /\b(?:for|during|in) (?:local )?(?:dev|development|debugging)\b(?! and)|\b(?:dev|development|debug(?:ging)?)[- ](?:only|exposure|purposes?|use)\b|\bonly (?:for |in )?(?:local )?(?:dev|development|debugging)\b|仅?(?:供|用于|限)(?:本地)?(?:开发|调试)|(?:开发|调试)(?:时|用|环境)/i;
const MAX_LINES = 12;

export function isSaidAside(text: string, start: number): boolean {
  let from = text.lastIndexOf('\n', start - 1) + 1;
  const end = text.indexOf('\n', start);
  const line = text.slice(from, end < 0 ? undefined : end);
  if (ASIDE.test(/\s#.*$/.exec(line)?.[0] ?? '')) return true;
  const depth = line.search(/\S/);
  let isComment = false;
  for (let left = MAX_LINES; left > 0 && from > 0; left--) {
    const before = text.lastIndexOf('\n', from - 2) + 1;
    const above = text.slice(before, from - 1);
    if (above.search(/\S/) !== depth) return false;
    const isOne = /^\s*#/.test(above);
    // What stands above the comment is not what it speaks of.
    if (isComment && !isOne) return false;
    isComment = isOne;
    if (isOne && ASIDE.test(above)) return true;
    from = before;
  }
  return false;
}
