/** MLPS-SEC-007: no password that everybody tries first, and no service without one. */
import { CONTAINER_KINDS } from '../../kinds';
import { allowsNoPassword, isDefaultSecret } from '../../model/defaultSecret';
import { isSecretName } from '../../model/secretName';
import type { Rule } from '../rule';

export const noDefaultPassword: Rule = {
  id: 'MLPS-SEC-007',
  name: 'no-default-password',
  severity: 'error',
  profile: 'recommended',
  kinds: CONTAINER_KINDS,
  clauses: ['8.1.4.2 b', '8.1.4.1 a'],
  rows: [],
  peers: ['DKL-LI-0001'],
  title: { en: 'Do not ship default passwords', 'zh-cn': '不得使用默认口令' },
  why: {
    en: 'Default passwords are the first thing every scanner tries; level 3 asks to change or remove default accounts.',
    'zh-cn': '默认口令是扫描器最先尝试的内容;等保三级要求修改默认账户的默认口令。',
  },
  remedy: {
    en: 'Set an own, long secret through `secrets:` or `${NAME:?}`, which refuses to start without one.',
    'zh-cn': '通过 `secrets:` 或 `${NAME:?}`(未设置则拒绝启动)使用自己的强口令。',
  },
  messages: {
    default: {
      en: '{name} has a password that everybody tries first. Use an own secret: ${{name}:?}.',
      'zh-cn': '{name} 使用了众所周知的默认口令。请使用自己的机密:${{name}:?}。',
    },
    none: {
      en: '{name} lets anybody in without a password. Remove it and set a password.',
      'zh-cn': '{name} 允许无口令登录。请移除并设置口令。',
    },
    variable: {
      en: 'Take {name} from the environment (its value must be set there)',
      'zh-cn': '从环境变量读取 {name}(须在环境中设置其值)',
    },
    remove: { en: 'Remove {name} (a password must be set)', 'zh-cn': '移除 {name}(须设置口令)' },
  },
  check: {
    container({ environment, origin, name: service, writer }, { report }) {
      for (const { name, value } of environment) {
        if (!value) continue;
        if (allowsNoPassword(name, value.resolved)) {
          const fixes = [{ safe: false, title: 'remove', edits: writer.remove(value) }];
          report({ place: value.place, message: 'none', data: { name }, service, fixes });
        } else if (isSecretName(name) && isDefaultSecret(value.resolved)) {
          const inList = value.entry === value.place;
          const edits = origin === 'compose' ? writer.replace(value, `${inList ? `${name}=` : ''}\${${name}:?}`) : undefined;
          report({ place: value.place, message: 'default', data: { name }, service, fixes: [{ safe: false, title: 'variable', edits }] });
        }
      }
    },
  },
};
