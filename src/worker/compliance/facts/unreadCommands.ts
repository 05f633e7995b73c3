/** What of a document's commands was not read: told as its other problems are. */
import type { Script } from '../documents/shell/script';
import type { Problem } from './facts';

export const unreadCommands = (scripts: readonly Script[]): Problem[] =>
  scripts.flatMap(({ uri, commands }) =>
    commands.flatMap(({ start, end, unread }) =>
      unread ? [{ place: { uri, start, end }, code: unread, word: '' }] : [],
    ),
  );
