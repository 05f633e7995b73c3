/**
 * Installs of npm and of classic yarn that leave the downloads in the layer. pnpm's store is what
 * its `node_modules` links to: nothing to clean.
 */

import { mountsOf } from '../documents/dockerfile/runMount';
import type { Dockerfile } from '../documents/dockerfile/stages';
import { isDeferred, type Script } from '../documents/shell/script';
import type { ShellCommand, ShellWord } from '../documents/shell/shellTypes';
import type { Span } from '../documents/text/excerpt';
import { once } from '../once';

export interface NodeCache {
  manager: 'npm' | 'yarn';
  /** The command's name and verb. */
  place: Span;
  remedy: string;
}

interface Manager {
  installs(words: readonly string[]): boolean;
  cleans: RegExp;
  remedy: string;
  /** What `rm` must name, and where a mount keeps it out. */
  folder: RegExp;
}

const MANAGERS: Record<NodeCache['manager'], Manager> = {
  npm: {
    installs: ([verb]) => /^(ci|clean-install|install|i|add|install-test|it)$/.test(verb ?? ''),
    cleans: /^cache (clean|clear)\b/,
    remedy: 'npm cache clean --force',
    folder: /(^|\/)\.npm(\/|$)/,
  },
  yarn: {
    installs: ([verb, second]) =>
      verb === undefined || /^(install|add)$/.test(verb) || (verb === 'global' && second === 'add'),
    cleans: /^cache clean\b/,
    remedy: 'yarn cache clean',
    folder: /(^|\/)\.cache(\/yarn\S*)?\/?\*?$|\/\.yarn-cache\/?$/,
  },
};

/** Yarn 2 and later keep their downloads in the project, where the program reads them. */
const MODERN_YARN = /corepack|\.yarn\b|\byarn set version\b|--immutable\b|\bberry\b/;
const usesModernYarn = once(({ text }: Dockerfile) => MODERN_YARN.test(text));

/**
 * The first install of each manager behind which the RUN does not clean up, unless a mount holds
 * the cache or an option puts it elsewhere.
 */
export function nodeCachesLeft(script: Script): NodeCache[] {
  const { run, commands } = script;
  if (!run) return [];
  return (['npm', 'yarn'] as const).flatMap((manager) => {
    const { installs, cleans, remedy, folder } = MANAGERS[manager];
    if (manager === 'yarn' && usesModernYarn(run.file)) return [];
    const mounted = mountsOf(run.instruction).some(
      (m) => /^(cache|tmpfs)$/.test(m.type) && folder.test(m.options.get('target')?.value ?? ''),
    );
    if (mounted) return [];
    let install: ShellCommand | undefined;
    for (const c of commands) {
      const name = c.name;
      if (name === manager && installs(plain(c)) && !c.words.some(isElsewhere)) install ??= c;
      const removed = name === 'rm' && c.words.some((w) => folder.test(w.resolved));
      if (!removed && !(name === manager && cleans.test(plain(c).join(' ')))) continue;
      if (isDeferred(script, c)) return [];
      install = undefined;
    }
    if (!install) return [];
    const verb = install.words[1] && !install.words[1].resolved.startsWith('-') ? install.words[1] : install.words[0]!;
    return [{ manager, place: { start: install.words[0]!.start, end: verb.end }, remedy }];
  });
}

/** Perhaps an option that puts the cache elsewhere, or installs nothing. */
const isElsewhere = ({ open, resolved }: ShellWord): boolean =>
  open || /^--(cache|cache-folder|dry-run|help|version)\b|^-v$/.test(resolved);

const plain = ({ words }: ShellCommand): string[] =>
  words.slice(1).flatMap((w) => (w.resolved.startsWith('-') ? [] : [w.resolved]));
