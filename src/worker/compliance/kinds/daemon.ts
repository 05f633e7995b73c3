/** `daemon.json`, the settings of the Docker daemon. */
import { readDaemonSettings } from '../documents/daemonJson';
import { dockerdOfFile } from '../documents/dockerd';
import type { FileKind } from '../fileKind';

export const daemon: FileKind = {
  read({ uri, text }) {
    const settings = readDaemonSettings(uri, text);
    return { daemon: [settings], dockerd: [dockerdOfFile(settings)] };
  },
  // What else the file says of logs is not shown.
  readPart: ({ uri, text }) => ({
    dockerd: [{ ...dockerdOfFile(readDaemonSettings(uri, text)), logging: () => undefined }],
  }),
};
