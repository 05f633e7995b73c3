/** MLPS-SEC-006: an env file with secrets stays out of git. */
import { readEnvText } from '../../documents/env';
import { isGitIgnored } from '../../documents/gitignore';
import { fileName, resolveBeside } from '../../files';
import { holdsSecret } from '../../model/secretName';
import type { Rule } from '../rule';

const TEMPLATE = /(^|[._-])(example|sample|template|dist|defaults?)($|[._-])/i;
/** Files that sops or ansible-vault have encrypted. */
const ENCRYPTED = /^\$ANSIBLE_VAULT;|^sops_version=|=ENC\[AES256_GCM,/m;

export const envFileNotCommitted: Rule = {
  id: 'MLPS-SEC-006',
  name: 'env-file-not-committed',
  severity: 'warning',
  profile: 'recommended',
  kinds: ['compose'],
  clauses: ['8.1.4.8 b'],
  rows: [],
  peers: [],
  title: { en: 'Keep env files with secrets out of git', 'zh-cn': '含机密的 env 文件不得提交到 git' },
  why: {
    en: 'What was committed once is in every clone for ever, readable to all who may read the code.',
    'zh-cn': '一经提交,机密就永远留在每个克隆中,凡能读取代码的人都能看到。',
  },
  remedy: {
    en: 'Name the file in .gitignore, commit a template (`.env.example`) without values, and change the secrets if it was ever committed.',
    'zh-cn': '在 .gitignore 中忽略该文件,提交不含取值的模板(`.env.example`);如曾提交过,请更换其中的机密。',
  },
  messages: {
    open: {
      en: '{file} holds the secret {name}, and no .gitignore keeps it out of commits. Ignore it, and commit a template instead.',
      'zh-cn': '{file} 含有机密 {name},且没有被 .gitignore 排除。请忽略该文件,改为提交模板。',
    },
  },
  check: {
    container({ envFiles, name: service }, { files, report }) {
      for (const value of envFiles) {
        const uri = value.known === undefined ? undefined : resolveBeside(value.place.uri, value.known);
        if (uri === undefined || TEMPLATE.test(fileName(uri))) continue;
        const text = files.text(uri);
        if (typeof text !== 'string' || ENCRYPTED.test(text)) continue;
        const secret = [...readEnvText(text)].find(([name, literal]) => holdsSecret(name, literal));
        if (!secret || isGitIgnored(uri, files) !== false) continue;
        report({ place: value.place, message: 'open', data: { file: fileName(uri), name: secret[0] }, service });
      }
    },
  },
};
