/** Programs and packages that come over plain http. */
import type { Script } from '../documents/shell/script';
import type { ShellCommand, ShellWord } from '../documents/shell/shellTypes';

import { isLoopback } from '../model/loopback';
import { UNKNOWN } from '../model/value';
import { once } from '../once';
import { valueIn } from '../valueIn';

const PROGRAM = /\.(sh|bash|py|pl|deb|rpm|apk|jar|war|whl|gem|exe|msi|bin|run|AppImage|so)$/i;
const ARCHIVE = /\.(tar|tgz|tar\.\w+|zip|gz|xz|bz2|zst)$/i;
const CHECKS = /^(sha\d+sum|shasum|md5sum|b2sum|openssl|gpg|gpgv|cosign|minisign|signify)$/;
const RUNNERS = /^(ba|da|z|k)?sh$|^(apt-key|python\d?|perl|dpkg|rpm)$/;
const UNPACKERS = /^(tar|bsdtar|unzip|gunzip|7za?|cpio|ar)$/;
/** One file, such as a list: a program only where something is built. */
const PACKED_FILE = /(?<!\.tar)\.(?:gz|xz|bz2|zst)$/i;
/** What is unpacked in the same script becomes a program. */
const BUILDERS = /^(configure|make|cmake|ninja|meson|gcc|g\+\+|cargo|go|pip\d?|npm|mvn|ant|scons|install|setup\.py)$/;

const builds = once((script: Script) => script.commands.some((c) => BUILDERS.test(c.name)));

const unpacks = once((script: Script) => script.commands.some((c) => UNPACKERS.test(c.name)));

const checksSums = once((script: Script) => script.commands.some((c) => CHECKS.test(c.name)));

export interface PlainDownload {
  word: ShellWord;
  host: string;
  /** False for an archive that nothing tells the content of. */
  isProgram: boolean;
  /** Nothing in the script takes it apart. */
  isKept?: boolean;
}

/**
 * A program or an archive fetched over plain http from another machine, with no check of a sum or
 * signature in the same script.
 */
export function plainDownload(script: Script, command: ShellCommand): PlainDownload | undefined {
  const name = command.name;
  const source = plainSource(command.words, name);
  if (source) return source;
  if (!/^(curl|wget|aria2c|axel)$/.test(name)) return undefined;
  for (const word of command.words.slice(1)) {
    const match = /^http:\/\/(?:[^/@\s]*@)?([^/\s:]+)(?::\d+)?(\/[^?#\s]*)?/i.exec(word.resolved);
    const [, host = '', path = ''] = match ?? [];
    if (!match || isLoopback(host) || host.includes(UNKNOWN)) continue;
    const isPipedTo = (takers: RegExp) =>
      command.after === '|' && command.pipeline.some((c) => c !== command && takers.test(c.name));
    const isProgram = PROGRAM.test(path) || isPipedTo(RUNNERS);
    if (!isProgram && !ARCHIVE.test(path) && !isPipedTo(UNPACKERS)) continue;
    if (checksSums(script)) continue;
    return { word, host, isProgram: isProgram || builds(script), isKept: PACKED_FILE.test(path) || !unpacks(script) };
  }
  return undefined;
}

/** Where packages and code come from, per tool: the URL, or the option in front of it. */
const PIP_SOURCE = /^(?:-i|-f|--find-links|--(?:extra-)?index-url|\w+\.(?:extra-)?index-url)[= ]http:/;
const SOURCES: Record<string, RegExp> = {
  pip: PIP_SOURCE,
  pip3: PIP_SOURCE,
  npm: /^(?:--registry|registry)[= ]http:/,
  yarn: /^(?:--registry|registry|npmRegistryServer)[= ]http:/,
  pnpm: /^(?:--registry|registry)[= ]http:/,
  gem: /^(?:-a|--add|-s|--source)[= ]http:/,
  git: /^\S+ http:/,
};

/** An index of packages or a repository over plain http. */
function plainSource(words: readonly ShellWord[], name: string): PlainDownload | undefined {
  const source = valueIn(SOURCES, name);
  if (!source || (name === 'git' && !words.some((w) => w.known === 'clone'))) return undefined;
  for (const [i, word] of words.entries()) {
    const host = /(?:^|=)http:\/\/(?:[^/@\s]*@)?([^/\s:]+)/.exec(word.resolved)?.[1];
    if (host === undefined || isLoopback(host) || host.includes(UNKNOWN)) continue;
    if (source.test(word.resolved) || source.test(`${words[i - 1]?.resolved} ${word.resolved}`))
      return { word, host, isProgram: true };
  }
  return undefined;
}
