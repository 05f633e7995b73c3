/** Whether the rules that a script sets outlive the next start of the host. */
import type { Deployment } from '../deployment/deployment';
import type { FirewallTool } from '../documents/firewall/firewall';
import { firewallToolOf } from '../documents/firewall/firewallCommands';
import { isDeferred, type Script } from '../documents/shell/script';
import type { ShellCommand } from '../documents/shell/shellTypes';
import { writtenFiles } from '../documents/shell/writtenFiles';
import { fileName } from '../files';
import { once } from '../once';
import { isRunByHost } from './startedUnits';

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
  if (kind === 'systemd') return isRunByHost(script, deployment);
  if (kind === 'crontab' || AT_BOOT.test(`/${uri}`) || IS_INIT.test(text)) return true;
  if (writtenFiles(script).some(({ names }) => BOOT_FILES.test(names[0]!))) return true;
  const name = fileName(uri);
  return deployment
    .all('script', /^[ \t]*(?:ExecStart\w*[ \t]*=|@reboot\b)|\bcrontab\b|\/etc\/rc\.local/m)
    .some((other) => other.uri !== uri && startsByName(other, name) && !isIdle(other, deployment));
}

const isIdle = (script: Script, deployment: Deployment): boolean =>
  script.kind === 'systemd' && !isRunByHost(script, deployment);

/** The name of the unit that would run the script, if something started it. */
export function idleUnitOf(script: Script, deployment: Deployment): string | undefined {
  const name = fileName(script.uri);
  return deployment
    .all('script', /^[ \t]*ExecStart\w*[ \t]*=/m)
    .filter((other) => other.kind === 'systemd' && (other.uri === script.uri || startsByName(other, name)))
    .map(({ uri }) => fileName(uri))[0];
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

/** The tools whose rules the script saves, with the offset up to which those stand that are saved. */
const savedUpTo = once((script: Script): ReadonlyMap<FirewallTool, number> => {
  const saved = new Map<FirewallTool, number>();
  const save = (at: number, ...tools: FirewallTool[]) => {
    for (const tool of tools) saved.set(tool, Math.max(at, saved.get(tool) ?? 0));
  };
  for (const command of script.commands) {
    const { name, words, redirects, pipeline } = command;
    const has = (word: RegExp) => words.some(({ resolved }) => word.test(resolved));
    const isKept =
      redirects.some(({ operator }) => /^1?>/.test(operator)) ||
      pipeline.length > 1 ||
      command.within === 'substitution' ||
      has(/^(?:-f|--file)/);
    // A function may be called, and a trap go off, behind all rules.
    const here = isDeferred(script, command) ? Number.POSITIVE_INFINITY : command.start;
    if (/^ip6?tables(?:-\w+)?-save$/.test(name) && isKept) save(here, 'iptables');
    if (name === 'nft' && has(/^ruleset$/) && has(/^list$/) && isKept) save(here, 'nft', 'iptables');
    const isSaving = has(/^save$/);
    if (/^(?:netfilter-persistent|iptables-persistent)$/.test(name))
      save(isSaving ? here : Number.POSITIVE_INFINITY, 'iptables', 'nft');
    if (/^(?:ip6?tables|service|rc-service|invoke-rc\.d)$/.test(name) && isSaving) save(here, 'iptables');
    if (!isSaving && has(/^(?:iptables|netfilter)-persistent$/)) save(Number.POSITIVE_INFINITY, 'iptables');
  }
  for (const { names } of writtenFiles(script))
    if (SAVED_FILES.test(names[0]!)) save(Number.POSITIVE_INFINITY, 'iptables', 'nft');
  return saved;
});

/**
 * The commands that add a rule or set a policy which the next start forgets, but for those that are
 * taken back, and those that are saved.
 */
export function forgottenCommands(script: Script, tool: 'iptables' | 'nft'): ShellCommand[] {
  const own = script.commands.filter((command) => firewallToolOf(command) === tool);
  const saved = savedUpTo(script).get(tool);
  const isSaved = (command: ShellCommand) =>
    saved !== undefined && (command.start < saved || isDeferred(script, command));
  const has = ({ words }: ShellCommand, word: RegExp) => words.some(({ resolved }) => word.test(resolved));
  // What is taken away again is of a service, and goes with it.
  if (tool === 'nft' ? own.some((command) => has(command, /^delete$/)) : isTakenAway(own)) return [];
  const adds = (command: ShellCommand) =>
    tool === 'nft'
      ? /^(?:add|insert|create)$/.test(
          command.words
            .find(({ resolved }) => !resolved.startsWith('-') && resolved !== 'nft' && !resolved.endsWith('/nft'))
            ?.resolved.split(' ')[0] ?? '',
        )
      : has(command, /^(?:-[AIP]|--append|--insert|--policy)$/);
  return own.filter((command) => adds(command) && !isSaved(command));
}

const ADDS = /^(?:-[AI]|--append|--insert)$/;
const DELETES = /^(?:-D|--delete)$/;

/** Whether rules are deleted, but for those that are set anew behind it. */
function isTakenAway(commands: readonly ShellCommand[]): boolean {
  const added = new Map<string, ShellCommand>();
  const words = commands.map((command) => ({ command, all: command.words.map(({ resolved }) => resolved) }));
  const ruleOf = (all: readonly string[]) => all.filter((word) => !ADDS.test(word) && !DELETES.test(word)).join(' ');
  for (const { command, all } of words) if (all.some((word) => ADDS.test(word))) added.set(ruleOf(all), command);
  return words.some(({ command, all }) => {
    if (!all.some((word) => DELETES.test(word))) return false;
    const again = added.get(ruleOf(all));
    return again === undefined || again.start < command.start;
  });
}
