/** HTML templates of Jinja, as Flask and its like keep them in a folder `templates`. */
import { readJinjaTags } from '../documents/jinja/jinjaTags';
import { readWebTemplate } from '../documents/jinja/webTemplate';
import type { FileKind } from '../fileKind';

const read: FileKind['read'] = ({ uri, text }, files) => {
  const template = readWebTemplate(uri, text, files);
  return { template: template ? [template] : [] };
};

export const jinja: FileKind = {
  // Configuration that something like Ansible writes: `nginx.conf.j2`.
  except: /\.(?!html?\.|xhtml\.|svg\.)[\w-]+\.(?:j2|jinja2?)$/i,
  // What it says does not reach the reader of the page. Within a tag there is no comment.
  comment: (_, text, offset) =>
    readJinjaTags(text).some(({ start, end }) => start < offset && offset < end) ? undefined : '{#',
  read,
  readPart: read,
};
