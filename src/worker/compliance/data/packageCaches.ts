/** Where package managers keep what they download, and how it stays out of an image. */
import type { PackageCommand, PackageFamily } from '../readings/packageCommand';

export interface PackageCache {
  /** Folders that hold it, by the name of the program; `''` for every other name. */
  paths: Readonly<Record<string, readonly string[]>>;
  /** What fills it. */
  filledBy: ReadonlySet<PackageCommand['action']>;
  /** Behind the word that says install: nothing is kept. */
  flag?: string;
  satisfied?: RegExp;
  /** Behind the name of the program, or a command of its own with a blank in front. */
  command?: string;
}

const FETCHES = new Set<PackageCommand['action']>(['install', 'upgrade']);
const FETCHES_LISTS = new Set<PackageCommand['action']>(['install', 'upgrade', 'update']);

export const packageCaches: Readonly<Record<PackageFamily, PackageCache>> = {
  apt: {
    paths: { '': ['/var/lib/apt/lists'] },
    filledBy: new Set(['update']),
    command: ' rm -rf /var/lib/apt/lists/*',
  },
  apk: {
    paths: { '': ['/var/cache/apk', '/etc/apk/cache'] },
    filledBy: FETCHES_LISTS,
    flag: '--no-cache',
    satisfied: /^--no-cache$/,
  },
  rpm: {
    paths: {
      dnf: ['/var/cache/dnf', '/var/cache/libdnf5'],
      dnf5: ['/var/cache/libdnf5'],
      '': ['/var/cache/yum', '/var/cache/dnf', '/var/cache/libdnf5', '/var/cache/tdnf'],
    },
    filledBy: FETCHES_LISTS,
    command: 'clean all',
  },
  zypper: { paths: { '': ['/var/cache/zypp'] }, filledBy: FETCHES, command: 'clean --all' },
  // Not `pacman -Scc --noconfirm`: it answers its own question with the default, no.
  pacman: { paths: { '': ['/var/cache/pacman/pkg'] }, filledBy: FETCHES, command: ' rm -rf /var/cache/pacman/pkg/*' },
  pip: {
    paths: { '': ['/root/.cache/pip'] },
    filledBy: FETCHES,
    flag: '--no-cache-dir',
    // What lies on this machine already is not kept a second time.
    satisfied: /^--no-(?:cache(-dir)?|index)$/,
  },
};
