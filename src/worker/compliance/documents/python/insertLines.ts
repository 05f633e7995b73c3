/** Adds statements to a Python module, each on a line of its own. */
import type { Edit } from '../../model/value';
import { lineBreakOf } from '../text/lines';
import type { PythonModule } from './pythonModule';
import type { Span } from './syntax';

/** Behind or in front of a statement, as deep as that; undefined where it is not the first of its line. */
export function insertLines(
  { uri, text }: PythonModule,
  statement: Span,
  where: 'behind' | 'before',
  lines: readonly string[],
): Edit[] | undefined {
  const indent = text.slice(text.lastIndexOf('\n', statement.start - 1) + 1, statement.start);
  if (/[^ \t]/.test(indent)) return undefined;
  const end = lineBreakOf(text);
  const at = where === 'behind' ? statement.end : statement.start;
  const newText = lines
    .map((line) => (where === 'behind' ? `${end}${indent}${line}` : `${line}${end}${indent}`))
    .join('');
  return [{ uri, start: at, end: at, newText }];
}
