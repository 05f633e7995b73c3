/** Reserved words are such only where they are written plainly and stand first. */
import { expect, it } from 'vitest';
import { parseShell } from '../../../../../src/worker/compliance/documents/shell/shell';
import { reserved } from '../../../../../src/worker/compliance/documents/shell/shellReserved';

it('knows the words of POSIX 2.4 and the common ones of bash', () => {
  const posix = '! { } case do done elif else esac fi for if then until while';
  expect(posix.split(' ').filter((word) => reserved(word) === undefined)).toEqual([]);
  expect(['[[', 'function', 'select', 'coproc'].map(reserved)).toEqual(['test', 'function', 'name', 'pass']);
  expect([reserved('in'), reserved('docker'), reserved(undefined)]).toEqual([undefined, undefined, undefined]);
});

it.each<[string, string[]]>([
  ['if a; then b; fi', ['a', 'b']],
  ['"if" a', ['if']],
  ['echo if a', ['echo']],
  ['>x if a', ['if']],
  ['! while a; do b; done', ['a', 'b']],
  ['esac a', ['a']],
  ['case x in esac; a', ['a']],
  ['function f () { a; }; b', ['a', 'b']],
  ['[[ a && b ]] && c', ['c']],
])('%s', (text, names) => {
  expect(parseShell(text).map((c) => c.name)).toEqual(names);
});

it('counts what is open: an esac without its case closes one', () => {
  const conditional = (text: string) => parseShell(text).map((c) => c.conditional);
  expect(conditional('if a; then b; fi; c')).toEqual([true, true, false]);
  expect(conditional('while a; do b; esac c')).toEqual([true, true, false]);
  expect(conditional('for i in a; do b; done; c')).toEqual([true, true, false]);
});
