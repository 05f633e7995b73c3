/** What a command does to services of the host: systemd, SysV, OpenRC. */
import type { ShellCommand, ShellWord } from '../documents/shell/shellTypes';
import { valueIn } from '../valueIn';

export interface ServiceAction {
  action: 'start' | 'enable' | 'stop' | 'disable' | 'mask' | 'other';
  /** The word that says so. */
  verb: ShellWord;
  services: ShellWord[];
}

const ACTIONS: Record<string, ServiceAction['action']> = {
  start: 'start',
  restart: 'start',
  reload: 'start',
  'try-restart': 'start',
  'reload-or-restart': 'start',
  enable: 'enable',
  reenable: 'enable',
  unmask: 'enable',
  preset: 'enable',
  add: 'enable',
  on: 'enable',
  defaults: 'enable',
  stop: 'stop',
  kill: 'stop',
  disable: 'disable',
  off: 'disable',
  remove: 'disable',
  del: 'disable',
  delete: 'disable',
  mask: 'mask',
};

/** Undefined for a command that acts on no service, and where its action is not known. */
export function serviceAction({ name, words }: ShellCommand): ServiceAction | undefined {
  // Most commands are none of these: their words are not looked at.
  switch (name) {
    case 'systemctl':
    case 'initctl': {
      const [verb, ...services] = argumentsOf(words);
      return actionOf(verb, services);
    }
    case 'rc-update': {
      const [verb, ...services] = argumentsOf(words);
      return actionOf(verb, services.slice(0, 1));
    }
    case 'service':
    case 'invoke-rc.d':
    case 'rc-service':
    case 'chkconfig':
    case 'update-rc.d': {
      const [service, verb] = argumentsOf(words);
      return actionOf(verb, service ? [service] : []);
    }
    default:
      return undefined;
  }
}

const argumentsOf = (words: readonly ShellWord[]): ShellWord[] =>
  words.slice(1).filter(({ known }, i, all) => all[i - 1]?.known !== '--level' && !/^-[-a-z]/i.test(known ?? ''));

const actionOf = (verb: ShellWord | undefined, services: ShellWord[]): ServiceAction | undefined =>
  verb?.known === undefined ? undefined : { action: valueIn(ACTIONS, verb.known) ?? 'other', verb, services };

/** `telnet.socket` → `telnet`; empty where a variable hides it. */
export const serviceName = ({ known = '' }: ShellWord): string =>
  known.replace(/\.(?:service|socket|timer|target)$/, '').replace(/@.*$/s, '');
