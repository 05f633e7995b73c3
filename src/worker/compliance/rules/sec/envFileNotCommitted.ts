/** MLPS-SEC-006: an env file with secrets stays out of git. */
import { readCompose } from '../../documents/compose/compose';
import { readEnvText } from '../../documents/env/env';
import { ignoreInGit, isGitIgnored } from '../../documents/gitignore';
import { holderOf } from '../../facts/heldAddress';
import { fileName, resolveBeside, type WorkspaceFiles } from '../../files';
import { kindOf } from '../../kindOf';
import { isDefaultSecret } from '../../model/defaultSecret';
import { isDevelopmentEnv } from '../../model/developmentFile';
import { isSecretSetting } from '../../model/secretName';
import { isTemplateFile } from '../../model/templateFile';
import type { Place } from '../../model/value';
import type { Report, Rule } from '../rule';

/** Files that sops or ansible-vault have encrypted. */
const ENCRYPTED = /^\$ANSIBLE_VAULT;|^sops_version=|=ENC\[AES256_GCM,/m;

export const envFileNotCommitted: Rule = {
  id: 'MLPS-SEC-006',
  name: 'env-file-not-committed',
  severity: 'warning',
  profile: 'recommended',
  kinds: ['compose', 'env'],
  clauses: ['8.1.4.8 b'],
  highRisk: ['6.4.5.2'],
  triggers: ['A-25'],
  rows: [],
  peers: [],
  title: { en: 'Keep env files with secrets out of git', 'zh-cn': '含机密的 env 文件不得提交到 git' },
  why: {
    en: 'What was committed once is in every clone for ever, readable to all who may read the code.',
    'zh-cn': '一经提交，机密就永远留在每个克隆中，凡能读取代码的人都能看到。',
  },
  remedy: {
    en: 'Name the file in .gitignore, commit a template (`.env.example`) without values, and change the secrets if it was ever committed.',
    'zh-cn': '在 .gitignore 中忽略该文件，提交不含取值的模板（`.env.example`）；如曾提交过，请更换其中的机密。',
  },
  messages: {
    ignore: {
      en: 'Name {file} in .gitignore (if it was committed before: git rm --cached, and change the secrets)',
      'zh-cn': '在 .gitignore 中加入 {file}（如曾提交过：执行 git rm --cached 并更换机密）',
    },
    create: {
      en: 'Create a .gitignore with {file} (if it was committed before: git rm --cached, and change the secrets)',
      'zh-cn': '创建包含 {file} 的 .gitignore（如曾提交过：执行 git rm --cached 并更换机密）',
    },
    used: { en: 'A service takes {file} here.', 'zh-cn': '此处有服务使用 {file}。' },
    open: {
      en: '{file} holds the secret {name}, and no .gitignore keeps it out of commits. Ignore it, and commit a template instead.',
      'zh-cn': '{file} 含有机密 {name}，且没有被 .gitignore 排除。请忽略该文件，改为提交模板。',
    },
  },
  check: {
    container({ envFiles, name: service }, { files, report }) {
      for (const value of envFiles) {
        const uri = value.known === undefined ? undefined : resolveBeside(value.place.uri, value.known);
        const text = uri === undefined || isTemplateFile(uri) ? undefined : files.text(uri);
        // A file that is judged by itself tells it there, once for all that name it.
        if (uri === undefined || typeof text !== 'string' || kindOf(uri, text) === 'env' || ENCRYPTED.test(text))
          continue;
        const secret = [...readEnvText(text)].find(([name, literal]) => isSecretSetting(name, literal));
        if (secret) tell(value.place, uri, secret[0], files, (found) => report({ ...found, service }));
      }
    },
    envFile({ uri, text, entries }, { files, report }) {
      // What a script writes is written where it runs.
      if (isTemplateFile(uri) || holderOf(uri) !== uri || ENCRYPTED.test(text)) return;
      const madeUp = (literal: string) => isDevelopmentEnv(uri) && isDefaultSecret(literal);
      const secret = entries.find(
        ({ name, literal }) => literal !== undefined && isSecretSetting(name, literal) && !madeUp(literal),
      );
      if (secret) tell(secret.namePlace, uri, secret.name, files, report, usesOf(uri, files));
    },
  },
};

function tell(
  place: Place,
  uri: string,
  name: string,
  files: WorkspaceFiles,
  report: (r: Report) => void,
  uses: Place[] = [],
): void {
  if (isGitIgnored(uri, files) !== false) return;
  const fix = ignoreInGit(uri, files);
  const fixes = () => [{ safe: false, title: fix?.created ? 'create' : 'ignore', edits: fix?.edits }];
  const related = uses.map((use) => ({ place: use, message: 'used' }));
  report({ place, message: 'open', data: { file: fileName(uri), name }, fixes, related, cause: uri });
}

const COMPOSE_NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const MAX_USES = 20;

/** Where compose files beside the env file name it. */
const usesOf = (env: string, files: WorkspaceFiles): Place[] =>
  COMPOSE_NAMES.flatMap((name): Place[] => {
    const uri = resolveBeside(env, name);
    const text = uri && files.text(uri);
    if (!uri || !text?.includes(fileName(env))) return [];
    const named = readCompose(uri, text, files).containers.flatMap(({ envFiles }) => envFiles);
    return named
      .filter(({ known, place }) => known !== undefined && resolveBeside(place.uri, known) === env)
      .map(({ place }) => place);
  }).slice(0, MAX_USES);
