/**
 * Options of the Docker daemon in the variables that its service is started with:
 * `/etc/default/docker` of Debian, `/etc/sysconfig/docker` of Red Hat.
 */
import { type Dockerd, dockerdOfCommands } from './dockerd';
import { parseEnvFile } from './env/envFile';
import { readScript } from './shell/readScript';
import { excerptOf } from './text/excerpt';

const NAMED = /[\\/](?:default|sysconfig)[\\/]docker(?:\.j2)?$/i;
const OPTIONS = /^(?:DOCKER_OPTS|OPTIONS|DOCKER_(?:STORAGE|NETWORK|LOG)_OPTIONS|INSECURE_REGISTRY)$/;

export const isDockerDefaults = (uri: string): boolean => NAMED.test(uri);

/** Each variable as the command line that it becomes a part of. Never throws. */
export function readDockerDefaults(uri: string, text: string): Dockerd[] {
  return parseEnvFile(uri, text).entries.flatMap(({ name, namePlace, text: value, place }) => {
    if (!OPTIONS.test(name)) return [];
    const { start, end } = place;
    const line = excerptOf(
      [
        { text: 'dockerd ', start, end: start },
        { text: value, start, end },
      ],
      (added) => (/["'\\`$\n]/.test(added) ? undefined : added),
    );
    return dockerdOfCommands(readScript('daemon', { uri, text }, [line])).map((told) => ({
      ...told,
      place: namePlace,
    }));
  });
}
