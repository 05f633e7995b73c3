/** Reads the command line of a package manager: what it does, to which packages. */

import type { Script } from '../documents/shell/script';
import type { ShellCommand, ShellWord } from '../documents/shell/shellTypes';
import { commandName } from '../documents/shell/shellWrappers';
import { once } from '../once';
import { valueIn } from '../valueIn';

export type PackageFamily = 'apt' | 'apk' | 'rpm' | 'zypper' | 'pacman' | 'pip';

export interface PackageCommand {
  command: ShellCommand;
  name: string;
  family: PackageFamily;
  action: 'update' | 'upgrade' | 'install' | 'remove' | 'clean' | 'other';
  /** The word that says so; undefined for options like `-Sy`. */
  verb: ShellWord | undefined;
  /** Not options, not the values of options. */
  packages: ShellWord[];
  /** Every word behind the name. */
  rest: ShellWord[];
}

const FAMILIES: Record<string, PackageFamily> = {
  'apt-get': 'apt',
  apt: 'apt',
  aptitude: 'apt',
  apk: 'apk',
  yum: 'rpm',
  dnf: 'rpm',
  dnf5: 'rpm',
  microdnf: 'rpm',
  tdnf: 'rpm',
  zypper: 'zypper',
  pacman: 'pacman',
  pip: 'pip',
  pip3: 'pip',
};

const ACTIONS: Record<string, PackageCommand['action']> = {
  ...words('update', 'update refresh ref makecache check-update'),
  ...words('upgrade', 'upgrade dist-upgrade full-upgrade dup dist-sync distro-sync up patch'),
  ...words('install', 'install in add reinstall groupinstall localinstall build-dep builddep source-install si'),
  ...words('remove', 'remove purge del erase autoremove rm uninstall'),
  ...words('clean', 'clean cc cache autoclean'),
};

function words(action: PackageCommand['action'], list: string): Record<string, PackageCommand['action']> {
  return Object.fromEntries(list.split(' ').map((word) => [word, action]));
}

/** Options whose value is the next word. */
const VALUED: Record<PackageFamily, Set<string>> = {
  apt: new Set('-t -o -c -a --target-release --default-release --option --config-file'.split(' ')),
  apk: new Set('-t --virtual -X --repository -p --root --arch --cache-dir --wait --keys-dir'.split(' ')),
  rpm: new Set(
    '-c --config --enablerepo --disablerepo --releasever --installroot --repo --repoid --setopt -x --exclude'.split(
      ' ',
    ),
  ),
  zypper: new Set('-r --repo --from -R --root -t --type'.split(' ')),
  pacman: new Set('-b --dbpath -r --root --config'.split(' ')),
  pip: new Set(
    '-r --requirement -c --constraint -i --index-url --extra-index-url -f --find-links --trusted-host -t --target --prefix --cache-dir --root --platform --python-version --abi'.split(
      ' ',
    ),
  ),
};

/** Every one of a script, in its order. */
export const packageCommandsOf = once((script: Script) =>
  script.commands.flatMap((command) => packageCommand(command) ?? []),
);

/** Undefined when the command is no package manager or its name is not known. */
export function packageCommand(command: ShellCommand): PackageCommand | undefined {
  const all = command.words;
  const python =
    all[1]?.known === '-m' && /^pip3?$/.test(all[2]?.known ?? '') && /^(python|pypy)[\d.]*$/.test(command.name);
  const at = python ? 2 : 0;
  const written = python ? commandName(all[2])! : command.name;
  const name = written.startsWith('pip') ? written.replace(/^pip3?(\.\d+)?$/, 'pip') : written;
  const family = valueIn(FAMILIES, name);
  if (!family) return undefined;
  const rest = all.slice(at + 1);
  if (family === 'pacman') return pacman(command, name, rest);
  const plain = rest.filter((w, i) => !isOption(w) && !(i > 0 && VALUED[family].has(rest[i - 1]!.resolved)));
  const [verb, ...packages] = plain;
  const action = (verb && Object.hasOwn(ACTIONS, verb.resolved) && ACTIONS[verb.resolved]) || 'other';
  const upgrades = family === 'rpm' && action === 'update' && verb?.resolved === 'update' && packages.length > 0;
  return { command, name, family, action: upgrades ? 'upgrade' : action, verb, packages, rest };
}

const isOption = (word: ShellWord): boolean => /^-./.test(word.resolved);

function pacman(command: ShellCommand, name: string, rest: ShellWord[]): PackageCommand {
  const mode = rest.find((w) => /^-[A-Z]/.test(w.resolved));
  const flags = mode?.resolved ?? '';
  const packages = rest.filter((w) => !isOption(w));
  const action = /^-R/.test(flags)
    ? 'remove'
    : /^-S\w*c/.test(flags)
      ? 'clean'
      : /^-[SU]/.test(flags)
        ? packages.length > 0
          ? 'install'
          : flags.includes('u')
            ? 'upgrade'
            : 'update'
        : 'other';
  return { command, name, family: 'pacman', action, verb: mode, packages, rest };
}
