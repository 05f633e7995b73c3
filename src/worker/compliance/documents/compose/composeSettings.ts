/** How compose writes each setting that a fix may add, and the order of keys in a service. */
import type { Setting } from '../../model/containerWriter';
import type { PairText } from './composeMapEdit';

export interface KeyText extends PairText {
  /** Set for list keys: the items that must be there. */
  items?: string[];
}

/**
 * What the service is, how it starts, its rights, its limits, its health, what it reaches, its
 * logs.
 */
const ORDER = [
  'extends image build container_name hostname platform restart init',
  'user group_add read_only tmpfs cap_drop cap_add security_opt privileged',
  'mem_limit cpus pids_limit deploy healthcheck',
  'expose ports network_mode networks extra_hosts volumes',
  'env_file environment secrets configs command entrypoint working_dir depends_on labels profiles logging',
].flatMap((line) => line.split(' '));

const RANKS: ReadonlyMap<string, number> = new Map(ORDER.map((key, rank) => [key, rank]));

/** Where the key belongs in a service; -1 for one that has no place of its own. */
export const rankOf = (key: string): number => RANKS.get(key) ?? -1;

export const listText = (key: string, items: string[]): KeyText => ({
  key,
  items,
  below: true,
  block: items.map((i) => `- ${i}`),
  flow: `[${items.join(', ')}]`,
});
const scalar = (key: string, text: string): KeyText => ({ key, block: [text], flow: text });
const quoted = (text: string): string => JSON.stringify(text);

/** `logOptions` is no key of its own. */
export function composeSetting(setting: Exclude<Setting, { kind: 'logOptions' }>): KeyText {
  switch (setting.kind) {
    case 'user':
      return scalar('user', quoted(setting.value));
    case 'readOnly':
      return scalar('read_only', 'true');
    case 'tmpfs':
      return listText('tmpfs', [setting.path]);
    case 'capDrop':
      return listText('cap_drop', [setting.value]);
    case 'capAdd':
      return listText('cap_add', [setting.value]);
    case 'securityOpt':
      return listText('security_opt', [setting.value]);
    case 'memory':
      return scalar('mem_limit', setting.value);
    case 'cpus':
      return scalar('cpus', setting.value);
    case 'pids':
      return scalar('pids_limit', setting.value);
    case 'restart':
      return scalar('restart', setting.value);
    case 'healthcheck': {
      const test = `[${['CMD', ...setting.command].map(quoted).join(', ')}]`;
      return {
        key: 'healthcheck',
        block: [`test: ${test}`, 'interval: 30s'],
        flow: `{ test: ${test}, interval: 30s }`,
      };
    }
    case 'logging': {
      const options = setting.options.map(([name, value]) => `${name}: ${quoted(value)}`);
      return {
        key: 'logging',
        block: [`driver: ${setting.driver}`, 'options:', ...options.map((o) => `  ${o}`)],
        flow: `{ driver: ${setting.driver}, options: { ${options.join(', ')} } }`,
      };
    }
  }
}
