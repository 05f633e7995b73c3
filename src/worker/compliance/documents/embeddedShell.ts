/** The shell text of every kind of file that holds some. */
import { readPipeline } from './ci/ciYaml';
import { readGroovy } from './ci/groovy';
import { jenkinsShells } from './ci/jenkinsfile';
import { readCrontab } from './crontab';
import { makefileShells } from './makefile';
import { readFences } from './markdown';
import { asPosix, dialectOf } from './shell/shellDialect';
import { systemdShells } from './systemd';
import { type Excerpt, wholeExcerpt } from './text/excerpt';

export type ShellHolder = 'shell' | 'makefile' | 'ci' | 'jenkins' | 'systemd' | 'crontab' | 'markdown';

/** Each excerpt is a script of its own. */
export function shellExcerpts(kind: ShellHolder, uri: string, document: string): Excerpt[] {
  switch (kind) {
    case 'shell':
      return [asPosix(wholeExcerpt(document), dialectOf(/\.(\w+)$/.exec(uri)?.[1] ?? '') ?? 'posix')];
    case 'makefile':
      return makefileShells(document);
    case 'ci':
      return readPipeline(uri, document).scripts;
    case 'jenkins':
      return jenkinsShells(readGroovy(document));
    case 'systemd':
      return systemdShells(document);
    case 'crontab':
      return readCrontab(uri, document).excerpts;
    case 'markdown':
      return readFences(document).flatMap((fence) => (fence.kind === 'shell' ? [fence.excerpt] : []));
  }
}
