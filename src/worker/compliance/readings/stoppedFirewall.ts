/** Where a script switches the firewall of its host off, and nothing on again. */
import { isDeferred, type Script } from '../documents/shell/script';
import type { ShellCommand } from '../documents/shell/shellTypes';
import { serviceAction, serviceName } from './serviceAction';

const SERVICE = /^(?:ip6?tables|nftables|firewalld|ufw|netfilter-persistent)$/;
const OFF = new Set(['stop', 'disable', 'mask']);
const ON = new Set(['start', 'enable']);

/** The first command that does so; undefined: none, or a branch decides. */
export function stoppedFirewall(script: Script): ShellCommand | undefined {
  const { commands } = script;
  const last = commands.findLastIndex((command) => switches(command, ON));
  return commands.slice(last + 1).find((command) => switches(command, OFF) && !isDeferred(script, command));
}

/** `systemctl stop firewalld`, `service iptables stop`, `ufw disable`. */
function switches(command: ShellCommand, to: ReadonlySet<string>): boolean {
  const { name, words } = command;
  if (name === 'ufw') return words.some(({ known }) => (known === 'enable' || known === 'disable') && to.has(known));
  const found = serviceAction(command);
  return found !== undefined && to.has(found.action) && found.services.some((word) => SERVICE.test(serviceName(word)));
}
