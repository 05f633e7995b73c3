/** A start of gunicorn, and whether it writes down the requests that it answers. */

import type { Deployment } from '../deployment/deployment';
import { startScript } from '../documents/dockerfile/startShell';
import { isDeferred, type Script } from '../documents/shell/script';
import type { ShellCommand, ShellWord } from '../documents/shell/shellTypes';
import { resolveBeside, type WorkspaceFiles } from '../files';
import { UNKNOWN } from '../model/value';

export interface GunicornCall {
  command: ShellCommand;
  /** The word that is the program. */
  program: ShellWord;
  /** Undefined: what decides is not in sight. */
  logsAccess: boolean | undefined;
  /** What `--access-logformat` is given, or the option with it. */
  format: ShellWord | undefined;
}

/** Where servers are started; a Makefile and a document start them for somebody who looks on. */
const KINDS: ReadonlySet<string> = new Set(['shell', 'systemd', 'compose']);

/** Those that the document itself starts a container or a service with. */
export function ownGunicornCalls(
  deployment: Deployment,
  files: WorkspaceFiles,
): { script: Script; call: GunicornCall }[] {
  const starts = deployment.own('dockerfile').flatMap((file) => startScript(file) ?? []);
  const scripts = deployment.own('script').filter(({ run, kind }) => !run && KINDS.has(kind));
  return [
    ...starts.flatMap((script) => gunicornCalls(script, files, true).map((call) => ({ script, call }))),
    ...scripts.flatMap((script) => gunicornCalls(script, files).map((call) => ({ script, call }))),
  ];
}

/** Programs that run another one with its arguments. */
const RUNNERS =
  /^(?:gunicorn|python[\d.]*|poetry|pipenv|pdm|uv|rye|hatch|ddtrace-run|newrelic-admin|opentelemetry-instrument|tini|dumb-init|catatonit|gosu|su-exec|setpriv|\S*entrypoint\S*|\S*start\S*\.sh)$/;
const PROGRAM = /(?:^|\/)gunicorn$/;
/** They bring a way to log of their own. */
const OWN_WAY = /^(?:--log-config(?:-dict|-json)?|--logger-class|--log-syslog(?:-to)?|--paste(?:r|-global)?)(?:=|$)/;
const NOWHERE = /^(?:\/dev\/null|None|)$/;

/** @param isStart any command of the script is what a container starts with, whatever runs it */
function gunicornCalls(script: Script, files: WorkspaceFiles, isStart = false): GunicornCall[] {
  return script.commands.flatMap((command): GunicornCall[] => {
    const { words, name } = command;
    const at = words.findIndex(({ known }) => PROGRAM.test(known ?? ''));
    const isRun = at === 0 || isStart || RUNNERS.test(name);
    if (at < 0 || !isRun || words[at + 1] === undefined || isDeferred(script, command)) return [];
    // `pip install` and its like through a runner.
    if (words.slice(0, at).some(({ known }) => /^(?:install|add|pip)$/.test(known ?? ''))) return [];
    const args = words.slice(at + 1);
    if (
      args.some(({ known }) => /^(?:--reload|--check-config|--print-config|-h|--help|-v|--version)$/.test(known ?? ''))
    )
      return [];
    return [{ command, program: words[at]!, logsAccess: logsAccess(script, args, files), format: formatIn(args) }];
  });
}

/** Of the last option that is given one. */
function formatIn(args: readonly ShellWord[]): ShellWord | undefined {
  const at = args.findLastIndex(({ resolved }) => /^--access-logformat(?:=|$)/.test(resolved));
  return at >= 0 && args[at]!.resolved.includes('=') ? args[at] : args[at + 1 || args.length];
}

function logsAccess({ text, uri }: Script, args: readonly ShellWord[], files: WorkspaceFiles): boolean | undefined {
  const texts = args.map(({ resolved }) => resolved);
  const written = optionValue(texts, /^--access-logfile(?:=(.*))?$/);
  if (written !== undefined) return written.includes(UNKNOWN) ? undefined : !NOWHERE.test(written);
  const isOpen = texts.includes(UNKNOWN);
  if (isOpen || texts.some((word) => OWN_WAY.test(word)) || /GUNICORN_CMD_ARGS/.test(text)) return undefined;
  const named = optionValue(texts, /^(?:-c|--config)(?:=(.*))?$/);
  const path = named?.replace(/^file:/, '').replace(/^.*\//, '') ?? 'gunicorn.conf.py';
  const own = resolveBeside(uri, path);
  const settings = own === undefined ? undefined : files.text(own);
  if (typeof settings !== 'string') return named === undefined ? false : undefined;
  const value = /^[ \t]*accesslog[ \t]*(?::[^=\n]*)?=[ \t]*([^\n#]*)/m.exec(settings)?.[1];
  return /^[ \t]*logconfig|^[ \t]*logger_class/m.test(settings)
    ? undefined
    : value !== undefined && value.trim() !== 'None';
}

/** Of the option behind `=` or as the next word; undefined: it is not there. */
function optionValue(texts: readonly string[], option: RegExp): string | undefined {
  const at = texts.findLastIndex((text) => option.test(text));
  return at < 0 ? undefined : (option.exec(texts[at]!)![1] ?? texts[at + 1] ?? '');
}
