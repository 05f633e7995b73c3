/**
 * Whose package cache is left at the end of a RUN: what fills and what cleans is judged in the
 * order in which it runs.
 */
import { packageCaches } from '../data/packageCaches';
import { keptOut } from '../documents/dockerfile/runMount';
import { isDeferred, type Script } from '../documents/shell/script';
import type { ShellCommand } from '../documents/shell/shellTypes';
import { valueIn } from '../valueIn';
import { type PackageCommand, type PackageFamily, packageCommandsOf } from './packageCommand';
import { pipCacheOff } from './pipCache';

export interface LeftCache {
  family: PackageFamily;
  /** Where it is told: what installs. */
  by: PackageCommand;
  /** Every command that fills it since it was last cleaned. */
  filling: PackageCommand[];
}

/** At most one per family. */
export function cachesLeft(script: Script): LeftCache[] {
  const found = packageCommandsOf(script);
  return [...new Set(found.map((c) => c.family))].flatMap((family) => cacheLeft(script, family, found));
}

function cacheLeft(script: Script, family: PackageFamily, found: readonly PackageCommand[]): LeftCache[] {
  const own = new Map(found.flatMap((c) => (c.family === family ? [[c.command, c]] : [])));
  let filling: PackageCommand[] = [];
  for (const command of script.commands) {
    const known = own.get(command);
    if (known && fills(script, known)) filling.push(known);
    else if (known ? cleansItself(known) : cleans(command, [...own.values()])) {
      if (isDeferred(script, command)) return [];
      filling = [];
    }
  }
  const by = family === 'apt' ? found.find((c) => c.family === 'apt' && installs(c)) : filling[0];
  return by && filling.length > 0 ? [{ family, by, filling }] : [];
}

const installs = ({ action, verb }: PackageCommand): boolean =>
  verb !== undefined && (action === 'install' || action === 'upgrade');

function fills(script: Script, command: PackageCommand): boolean {
  const { family, action, verb, rest } = command;
  const cache = packageCaches[family];
  const fetches = cache.filledBy.has(action) || (family === 'pip' && /^(download|wheel)$/.test(verb?.resolved ?? ''));
  if (!verb || !fetches || rest.some((w) => (w.open && !w.resolved.trim()) || cache.satisfied?.test(w.resolved)))
    return false;
  if (pathsOf(command).some((path) => keptOut(script.run!.instruction, path))) return false;
  return family !== 'pip' || !pipCacheOff(script, command.command);
}

const pathsOf = ({ family, name }: PackageCommand): readonly string[] => {
  const { paths } = packageCaches[family];
  return valueIn(paths, name) ?? paths['']!;
};

/**
 * `yum clean metadata` leaves the packages, `clean packages` the lists; `pacman -Sc` leaves what is
 * installed, and `-Scc` all of it unless its question is answered.
 */
function cleansItself({ family, action, verb, packages, rest, command }: PackageCommand): boolean {
  const said = new Set(packages.map((w) => w.resolved));
  const has = (option: RegExp) => rest.some((w) => option.test(w.resolved));
  switch (family) {
    case 'apt':
      return /^dist-?clean$/.test(verb?.resolved ?? '');
    case 'rpm':
      return action === 'clean' && (said.has('all') || (said.has('packages') && said.has('metadata')));
    case 'zypper':
      return action === 'clean' && (has(/^(-\w*a\w*|--all)$/) || !has(/^(-\w*[mM]\w*|--(raw-)?metadata)$/));
    case 'pacman':
      return (
        action === 'clean' &&
        !has(/^--noconfirm$/) &&
        (command.before === '|' || command.redirects.some((r) => r.operator.startsWith('<'))) &&
        /c\w*c/.test(
          rest
            .map((w) => w.resolved)
            .filter((w) => /^-\w/.test(w))
            .join(''),
        )
      );
    case 'pip':
      return verb?.resolved === 'cache' && (said.has('purge') || (said.has('remove') && said.has('*')));
    case 'apk':
      return verb?.resolved === 'cache' && (said.has('clean') || said.has('purge'));
  }
}

function cleans(command: ShellCommand, own: readonly PackageCommand[]): boolean {
  const name = command.name;
  if (/^(clean|cleanup)[\w.-]*(\.sh)?$/.test(name)) return true;
  const deletes = name === 'rm' || (name === 'find' && command.words.some((w) => /^(-delete|rm)$/.test(w.resolved)));
  return (
    deletes &&
    command.words.slice(1).some((w) => own.some((c) => pathsOf(c).some((path) => holds(w.raw, w.resolved, path))))
  );
}

/** Whether what is deleted is the folder, all in it, or a folder around it. */
function holds(raw: string, resolved: string, path: string): boolean {
  const home = /^["']?(?:~|\$HOME|\$\{HOME\})(?=\/)/.exec(raw);
  const written = home ? `/root${raw.slice(home[0].length).replace(/["']$/, '')}` : resolved;
  const last = written.lastIndexOf('/') + 1;
  const glob = written.slice(last).search(/[*{]/);
  const end = glob < 0 ? written.length : last + glob;
  const folder = written.slice(0, written[end - 1] === '/' ? end - 1 : end);
  return folder.startsWith('/') && (folder === path || path.startsWith(`${folder}/`));
}
