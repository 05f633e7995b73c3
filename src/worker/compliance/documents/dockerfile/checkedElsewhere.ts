/**
 * Whether a file beside a Dockerfile, or in a folder around it, gives the image's containers a
 * health check.
 */
import { fileName, resolveBeside, type WorkspaceFiles } from '../../files';
import { readCompose } from '../compose/compose';
import { BASES } from '../compose/composeBase';

/** Folders around that are looked into; a project rarely nests deeper. */
const LEVELS = ['', '../', '../../'];
const RUN_FILES = ['README.md', 'README.zh-CN.md', 'Makefile', 'run.sh', 'start.sh', 'deploy.sh'];
const RUN_OPTION = /\b(?:docker|podman|nerdctl)\b[\s\S]{0,2000}?\s--health-cmd[=\s]/;
const MAX_CHARACTERS = 500_000;

/**
 * A compose service that is built from the Dockerfile at `uri` and has a check, or a run line with
 * one.
 */
export function isCheckedElsewhere(uri: string, files: WorkspaceFiles): boolean {
  const name = fileName(uri);
  const text = (path: string): string | undefined => {
    const beside = resolveBeside(uri, path);
    const found = beside === undefined ? undefined : files.text(beside);
    return typeof found === 'string' && found.length <= MAX_CHARACTERS ? found : undefined;
  };
  return LEVELS.some(
    (level) =>
      BASES.some((base) => {
        const found = text(level + base);
        // A file that builds nothing of this name is not worth reading.
        if (found === undefined || !/\bbuild:/.test(found) || !/\bhealthcheck:/.test(found)) return false;
        if (name !== 'Dockerfile' && !found.includes(name)) return false;
        const { containers } = readCompose(resolveBeside(uri, level + base)!, found, files);
        return containers.some((c) => c.dockerfile?.uri === uri && c.healthcheck?.disabled === false);
      }) || RUN_FILES.some((file) => RUN_OPTION.test(text(level + file) ?? '')),
  );
}
