/**
 * Edits of single words of a command; undefined where the text around does not allow them (a
 * variable, the exec form, foreign quoting).
 */
import { type Edit, placeIn } from '../../model/value';
import { placeOfWords, type Script } from './script';
import type { ShellCommand, ShellWord } from './shellTypes';

/** Takes the word out with the blank, or the whole line, it stands on. */
export function removeWord(script: Script, command: ShellCommand, word: ShellWord): Edit[] | undefined {
  if (word.indirect || command.excerpt.write('x') === undefined) return undefined;
  const { text } = script;
  const base = script.run?.file.base ?? 0;
  const { start, end } = placeIn(script, word);
  const near = text.slice(Math.max(0, start - base - 400), start - base);
  const before = near.slice(near.lastIndexOf('\n') + 1);
  const after = /^[ \t]*(\\|`|\^)[ \t]*\r?\n/.exec(text.slice(end - base, end - base + 200));
  if (/^[ \t]*$/.test(before) && after)
    return [{ uri: script.uri, start: start - before.length, end: end + after[0].length, newText: '' }];
  const lead = /(?:[ \t]*(?:\\|`|\^)\r?\n)?[ \t]+$/.exec(near);
  return [{ uri: script.uri, start: start - (lead?.[0].length ?? 0), end, newText: '' }];
}

export function insertAfter(script: Script, command: ShellCommand, word: ShellWord, added: string): Edit[] | undefined {
  const newText = word.indirect ? undefined : command.excerpt.write(` ${added}`);
  if (newText === undefined) return undefined;
  const { end } = placeIn(script, word);
  return [{ uri: script.uri, start: end, end, newText }];
}

export function replaceWord(script: Script, command: ShellCommand, word: ShellWord, text: string): Edit[] | undefined {
  const newText = word.indirect || word.quoted ? undefined : command.excerpt.write(text);
  return newText === undefined ? undefined : [{ ...placeIn(script, word), newText }];
}

/** Other commands instead of a whole one, which nothing runs and nothing is redirected of. */
export function replaceCommand(script: Script, command: ShellCommand, text: string): Edit[] | undefined {
  const { words, wrappers, redirects, excerpt } = command;
  const newText = wrappers.length > 0 || redirects.length > 0 ? undefined : excerpt.write(text);
  return newText === undefined ? undefined : [{ ...placeOfWords(script, words), newText }];
}
