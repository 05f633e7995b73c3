/** `daemon.json`, the settings of the Docker daemon, and the variables that its service reads. */
import { readDaemonSettings } from '../documents/daemonJson';
import { isDockerDefaults, readDockerDefaults } from '../documents/dockerDefaults';
import { dockerdOfFile } from '../documents/dockerd';
import type { FileKind } from '../fileKind';

export const daemon: FileKind = {
  comment: (uri) => (isDockerDefaults(uri) ? '#' : undefined),
  read({ uri, text }) {
    if (isDockerDefaults(uri)) return { dockerd: readDockerDefaults(uri, text) };
    const settings = readDaemonSettings(uri, text);
    return { daemon: [settings], dockerd: [dockerdOfFile(settings)] };
  },
  // What else the file says of logs is not shown.
  readPart: ({ uri, text }) => ({
    dockerd: [{ ...dockerdOfFile(readDaemonSettings(uri, text)), logging: () => undefined }],
  }),
};
