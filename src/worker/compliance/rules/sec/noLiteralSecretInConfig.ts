/** MLPS-SEC-002: no secret stands in the file. */
import { CONTAINER_KINDS } from '../../kinds';
import { allowsNoPassword, isDefaultSecret } from '../../model/defaultSecret';
import { holdsSecret } from '../../model/secretName';
import { UNKNOWN } from '../../model/value';
import type { Rule } from '../rule';

export const noLiteralSecretInConfig: Rule = {
  id: 'MLPS-SEC-002',
  name: 'no-literal-secret-in-config',
  severity: 'error',
  profile: 'recommended',
  kinds: CONTAINER_KINDS,
  clauses: ['8.1.4.8 b', '8.1.4.1 a'],
  rows: [],
  peers: ['CL-0020'],
  title: { en: 'Keep secrets out of the file', 'zh-cn': '文件中不得写入机密' },
  why: {
    en: 'A secret in a file is in every copy, backup and commit of it, readable to all who may see the deployment.',
    'zh-cn': '写在文件中的机密会出现在每份副本、备份和提交中,凡能看到部署文件的人都能读取。',
  },
  remedy: {
    en: 'Use `secrets:` with a `*_FILE` variable, or `${NAME:?}` with the value in an ignored .env. Change the secret: it was published.',
    'zh-cn': '使用 `secrets:` 和 `*_FILE` 变量,或 `${NAME:?}` 并把值放入被忽略的 .env。并更换该机密,因为它已经暴露。',
  },
  messages: {
    literal: {
      en: 'The value of {name} stands in this file. Take it from a secret or from ${{name}:?}, and change it.',
      'zh-cn': '{name} 的值直接写在文件中。请改用 secret 或 ${{name}:?},并更换该值。',
    },
    variable: {
      en: 'Take {name} from the environment (its value must be set there)',
      'zh-cn': '从环境变量读取 {name}(须在环境中设置其值)',
    },
  },
  check: {
    container({ environment, origin, name: service, writer }, { report }) {
      for (const { name, value } of environment) {
        if (!value || value.resolved.includes(UNKNOWN) || !holdsSecret(name, value.resolved)) continue;
        if (isDefaultSecret(value.resolved) || allowsNoPassword(name, value.resolved)) continue;
        const inList = value.entry === value.place;
        const text = origin === 'compose' ? `${inList ? `${name}=` : ''}\${${name}:?}` : undefined;
        const edits = text === undefined ? undefined : writer.replace(value, text);
        report({ place: value.place, message: 'literal', data: { name }, service, fixes: [{ safe: false, title: 'variable', edits }] });
      }
    },
  },
};
