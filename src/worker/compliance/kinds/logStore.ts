/** What stores of records are told: Loki, life cycles of Elasticsearch's indices, Curator. */
import { isCurator, isLifecycle, isLoki, storeRetentions } from '../documents/logs/storeRetention';
import { type CommentMark, type FileKind, hashComment } from '../fileKind';

const read: FileKind['read'] = ({ uri, text }) => ({ logRetention: storeRetentions(uri, text) });

export const logStore: FileKind = {
  recognises: (name, text) =>
    /\.ya?ml$/i.test(name)
      ? isLoki(text.slice(0, 50_000)) || isCurator(text.slice(0, 50_000))
      : /\.json$/i.test(name) && isLifecycle(text.slice(0, 50_000)),
  // JSON has none.
  comment: (uri): CommentMark | undefined => (/\.json$/i.test(uri) ? undefined : hashComment()),
  units: 'yaml',
  read,
  readPart: read,
};
