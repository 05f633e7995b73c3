/** Configuration of nginx: the main file, sites, snippets, and templates of them. */
import { isNginx } from '../documents/nginx/isNginx';
import { nginxSecrets } from '../documents/nginx/nginxSecrets';
import { readNginxSettings } from '../documents/nginx/nginxSettings';
import { passesOf } from '../documents/nginx/nginxTargets';
import { type FileKind, hashComment } from '../fileKind';

const read: FileKind['read'] = ({ uri, text }, files) => {
  const settings = readNginxSettings(uri, text, files);
  const targets = passesOf(settings).flatMap((pass) => pass.targets);
  return {
    nginx: [settings],
    hostVariable: nginxSecrets(settings),
    ...(targets.length > 0 && { proxy: [{ program: 'nginx', targets }] }),
  };
};

export const nginx: FileKind = {
  // An empty file is what its name says.
  refuses: (text) => /\S/.test(text) && !isNginx(text),
  comment: hashComment,
  read,
  readPart: read,
};
