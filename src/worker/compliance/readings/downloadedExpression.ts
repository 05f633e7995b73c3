/**
 * Downloads that PowerShell runs at once: `iex (irm URL)`, `irm URL | iex`, `powershell -Command
 * "iex ((New-Object …).DownloadString('URL'))"`.
 */

import type { Script } from '../documents/shell/script';
import type { ShellCommand } from '../documents/shell/shellTypes';
import type { Span } from '../documents/text/excerpt';

export interface DownloadedExpression {
  /** The word that runs it. */
  place: Span;
  runner: string;
}

const RUNNER = String.raw`iex|invoke-expression|\[scriptblock\]::create`;
const FETCH = String.raw`\.DownloadString\b|\b(?:invoke-webrequest|invoke-restmethod|iwr|irm|curl|wget)\b`;
const POWERSHELL = /^(?:powershell|pwsh)$/i;
const IS_RUNNER = new RegExp(`^(?:${RUNNER})$`, 'i');
const FETCHES = new RegExp(FETCH, 'i');
/** Both in one text; what stands between them ends no statement. */
const RUNS = new RegExp(`(?<![\\w-])(${RUNNER})(?![\\w-])[^;|\\n]{0,300}?(?:${FETCH})`, 'i');
const PIPED = new RegExp(`(?:${FETCH})[^;\\n]{0,500}?\\|\\s*(iex|invoke-expression)(?![\\w-])`, 'i');

export function downloadedExpressions(script: Script): DownloadedExpression[] {
  return script.commands.flatMap((command) => {
    const shell = POWERSHELL.test(command.name);
    // Elsewhere it is the command itself.
    const candidates = shell ? command.words : command.words.slice(0, 1);
    const word = candidates.find((w) => IS_RUNNER.test(w.resolved));
    if (word) {
      return runsDownload(script, command, word)
        ? [{ place: { start: word.start, end: word.end }, runner: word.resolved }]
        : [];
    }
    return shell ? command.words.flatMap(({ resolved, placeOf }) => insideText(resolved, placeOf)) : [];
  });
}

/** PowerShell's brackets are not the shell reader's: the line decides. */
function runsDownload(script: Script, command: ShellCommand, word: Span): boolean {
  const base = script.run?.file.base ?? 0;
  const { text } = script;
  const newline = text.indexOf('\n', word.end - base);
  const behind = text.slice(word.start - base, Math.min(newline < 0 ? text.length : newline, word.end - base + 1000));
  if (RUNS.test(behind) || runsVariable(command)) return true;
  if (command.before !== '|') return false;
  const front = text.slice(Math.max(0, word.start - base - 1000), word.start - base);
  return FETCHES.test(front.slice(Math.max(front.lastIndexOf('\n'), front.lastIndexOf(';')) + 1));
}

/** `$code = irm URL; iex $code` */
function runsVariable({ words, start, script }: ShellCommand): boolean {
  const name = words[1]?.raw;
  if (name === undefined || !/^\$\w+$/.test(name)) return false;
  return script.some(
    (c) =>
      c.start < start &&
      c.words[0]?.raw === name &&
      c.words[1]?.resolved === '=' &&
      FETCHES.test(c.words[2]?.resolved ?? ''),
  );
}

function insideText(text: string, placeOf: (from: number, to: number) => Span): DownloadedExpression[] {
  const part = text.slice(0, 5000);
  const match = RUNS.exec(part) ?? PIPED.exec(part);
  if (!match) return [];
  const runner = match[1]!;
  const from = match.index + (match[0].startsWith(runner) ? 0 : match[0].length - runner.length);
  return [{ place: placeOf(from, from + runner.length), runner }];
}
