/** Files of variables: `.env` and what `env_file` names (fact T26). */
import { parseEnvFile } from '../documents/env/envFile';
import { type FileKind, hashComment } from '../fileKind';
import { TEMPLATE_ENDS } from '../model/templateFile';

export const env: FileKind = {
  // Files to be copied and filled in, and names of other things.
  except: new RegExp(
    `[._-](?:${TEMPLATE_ENDS}|example|sample|dist|defaults?|md|ts|js|json|ya?ml|enc|vault|schema|lock|bak)(?:\\.env)?$|` +
      '^(?:example|sample|template)\\.env$',
    'i',
  ),
  comment: hashComment,
  read: ({ uri, text }) => ({ envFile: [parseEnvFile(uri, text)] }),
  readPart: (document, files, isShown) => (isShown ? {} : env.read(document, files)),
};
