/** Adds an import to a Python module. */
import { withoutEnd } from '../../../text/withoutEnd';
import type { Edit } from '../../model/value';
import { lineBreakOf } from '../text/lines';
import type { PythonModule } from './pythonModule';

/** Behind the last import above all functions; none where the name is imported. */
export function importEdit(module: PythonModule, from: string, name: string): Edit[] {
  const { uri, text, imports, body } = module;
  if (imports.get(name) === `${from}.${name}`) return [];
  const last = body.findLast(({ is }) => is === 'import');
  const doc = body[0]?.is === 'expression' && body[0].value.is === 'string' ? body[0] : undefined;
  const behind = (last ?? doc)?.end;
  const next = behind === undefined ? 0 : text.indexOf('\n', behind) + 1;
  // The last line has no line break, or the document's first line says who runs or reads it.
  const head = /^(?:\ufeff?#[^\n]*\n)*/.exec(text.slice(0, 2000))![0].length;
  const at = behind === undefined ? head : next === 0 ? text.length : next;
  const before = text.slice(0, (last ?? doc ?? body[0])?.start ?? at);
  const indent = before.slice(withoutEnd(before, ' \t').length);
  const line = `${indent}from ${from} import ${name}${lineBreakOf(text)}`;
  return [
    { uri, start: at, end: at, newText: next === 0 && behind !== undefined ? `${lineBreakOf(text)}${line}` : line },
  ];
}
