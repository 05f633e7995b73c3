/** Files of variables: `.env` and what `env_file` names (fact T26). */
import { parseEnvFile } from '../documents/env/envFile';
import { type FileKind, hashComment } from '../fileKind';

export const env: FileKind = {
  // Files to be copied and filled in, and names of other things.
  except:
    /[._-](?:example|sample|template|tmpl|tpl|dist|defaults?|j2|jinja2?|erb|md|ts|js|json|ya?ml|enc|vault|schema|lock|bak)(?:\.env)?$|^(?:example|sample|template)\.env$/i,
  comment: hashComment,
  read: ({ uri, text }) => ({ envFile: [parseEnvFile(uri, text)] }),
  readPart: (document, files, isShown) => (isShown ? {} : env.read(document, files)),
};
