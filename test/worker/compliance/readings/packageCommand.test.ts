/** Package managers' command lines. */
import { describe, expect, it } from 'vitest';
import { parseShell } from '../../../../src/worker/compliance/documents/shell/shell';
import { packageCommand } from '../../../../src/worker/compliance/readings/packageCommand';

const read = (line: string) => {
  const found = packageCommand(parseShell(line)[0]!);
  return found && [found.family, found.action, ...found.packages.map((p) => p.resolved)];
};

describe('packageCommand', () => {
  it.each<[string, string[] | undefined]>([
    ['sudo apt-get -y -o A=b install -t sid curl git', ['apt', 'install', 'curl', 'git']],
    ['apt-get -qq update', ['apt', 'update']],
    ['apk --update add --virtual .d gcc', ['apk', 'install', 'gcc']],
    ['apk del .d', ['apk', 'remove', '.d']],
    ['yum -y update', ['rpm', 'update']],
    ['yum -y update curl', ['rpm', 'upgrade', 'curl']],
    ['dnf install --enablerepo x curl', ['rpm', 'install', 'curl']],
    ['zypper --non-interactive in curl', ['zypper', 'install', 'curl']],
    ['pacman -Syu --noconfirm', ['pacman', 'upgrade']],
    ['pacman -S curl', ['pacman', 'install', 'curl']],
    ['python3.12 -m pip install -r r.txt flask', ['pip', 'install', 'flask']],
    ['/usr/bin/pip3 install flask', ['pip', 'install', 'flask']],
    ['install x', undefined],
    ['composer update', undefined],
    ['$APT install x', undefined],
  ])('%s', (line, expected) => expect(read(line)).toEqual(expected));
});
