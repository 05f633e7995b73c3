/** `daemon.json`, the settings of the Docker daemon. */
import { readDaemonSettings } from '../documents/daemonJson';
import type { FileKind } from '../fileKind';

export const daemon: FileKind = {
  read: ({ uri, text }) => ({ daemon: [readDaemonSettings(uri, text)] }),
};
