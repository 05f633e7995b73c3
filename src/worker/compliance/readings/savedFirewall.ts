/** Whether the rules that a script sets outlive the next start of the host. */
import type { Deployment } from '../deployment/deployment';
import type { FirewallTool } from '../documents/firewall/firewall';
import { firewallToolOf } from '../documents/firewall/firewallCommands';
import type { Script } from '../documents/shell/script';
import type { ShellCommand } from '../documents/shell/shellTypes';
import { writtenFiles } from '../documents/shell/writtenFiles';
import { fileName } from '../files';
import { once } from '../once';

/** Folders and names of what the host runs at its start, or whenever the network comes up. */
const AT_BOOT =
  /\/(?:if-(?:pre-)?up\.d|if-(?:post-)?down\.d|init\.d|rc\.d|rc\d\.d|rc\.local(?:\.d)?|local\.d|dispatcher\.d|networkd-dispatcher|per-boot)\/|\/rc\.local$/;
/** A script that systems with SysV init or its like call with `start`. */
const IS_INIT = /^### BEGIN INIT INFO|^#[ \t]*chkconfig:|^[ \t]*\(?["']?start["']?(?:\|[\w"'|-]+)?\)/m;
const BOOT_FILES =
  /^\/etc\/(?:systemd\/system\/.*\.service|rc\.local|cron\.d\/.*|crontab|network\/.*|init\.d\/.*|local\.d\/.*)$/;
const SAVED_FILES = /^\/etc\/(?:iptables\/|sysconfig\/ip6?tables|nftables|ufw\/)/;

/** Whether the script is one that the host runs at its start, as far as the files tell. */
export function runsAtBoot(script: Script, deployment: Deployment): boolean {
  const { uri, kind, text } = script;
  if (kind === 'systemd' || kind === 'crontab' || AT_BOOT.test(`/${uri}`) || IS_INIT.test(text)) return true;
  if (writtenFiles(script).some(({ names }) => BOOT_FILES.test(names[0]!))) return true;
  const name = fileName(uri);
  return deployment
    .all('script', /^[ \t]*(?:ExecStart\w*[ \t]*=|@reboot\b)|\bcrontab\b|\/etc\/rc\.local/m)
    .some((other) => other.uri !== uri && startsByName(other, name));
}

/** Units, crontabs with `@reboot`, `rc.local`. */
function startsByName({ kind, schedule, commands, uri }: Script, name: string): boolean {
  const names = (command: ShellCommand) => command.words.some(({ resolved }) => resolved.replace(/^.*\//, '') === name);
  if (kind === 'systemd' || AT_BOOT.test(`/${uri}`)) return commands.some(names);
  return commands.some(
    (command) =>
      names(command) &&
      schedule?.some(
        (entry) => entry.schedule === '@reboot' && entry.start <= command.start && command.end <= entry.end,
      ),
  );
}

/** The tools whose rules the script saves. */
export const toolsSaved = once((script: Script): ReadonlySet<FirewallTool> => {
  const saved = new Set<FirewallTool>();
  for (const command of script.commands) {
    const { name, words, redirects, pipeline } = command;
    const has = (word: RegExp) => words.some(({ resolved }) => word.test(resolved));
    const isKept =
      redirects.some(({ operator }) => /^1?>/.test(operator)) ||
      pipeline.length > 1 ||
      command.within === 'substitution' ||
      has(/^(?:-f|--file)/);
    if (/^ip6?tables(?:-\w+)?-save$/.test(name) && isKept) saved.add('iptables');
    if (name === 'nft' && has(/^ruleset$/) && has(/^list$/) && isKept) saved.add('nft').add('iptables');
    if (/^(?:netfilter-persistent|iptables-persistent)$/.test(name)) saved.add('iptables').add('nft');
    if (/^(?:ip6?tables|service|rc-service|invoke-rc\.d)$/.test(name) && has(/^save$/)) saved.add('iptables');
    if (has(/^(?:iptables|netfilter)-persistent$/)) saved.add('iptables');
  }
  for (const { names } of writtenFiles(script)) if (SAVED_FILES.test(names[0]!)) saved.add('iptables').add('nft');
  return saved;
});

/** The commands that add a rule or set a policy which the next start forgets, but for those that are taken back. */
export function forgottenCommands({ commands }: Script, tool: 'iptables' | 'nft'): ShellCommand[] {
  const own = commands.filter((command) => firewallToolOf(command) === tool);
  const has = ({ words }: ShellCommand, word: RegExp) => words.some(({ resolved }) => word.test(resolved));
  // What is taken away again is of a service, and goes with it.
  const isTaken = own.some((command) => has(command, tool === 'nft' ? /^delete$/ : /^(?:-D|--delete)$/));
  if (isTaken) return [];
  return own.filter((command) =>
    tool === 'nft'
      ? /^(?:add|insert|create)$/.test(
          command.words
            .find(({ resolved }) => !resolved.startsWith('-') && resolved !== 'nft' && !resolved.endsWith('/nft'))
            ?.resolved.split(' ')[0] ?? '',
        )
      : has(command, /^(?:-[AIP]|--append|--insert|--policy)$/),
  );
}
