/** The daemon that runs a file's containers: `daemon.json` beside it, and the units that start `dockerd` (fact T29). */
import type { Deployment } from '../deployment/deployment';
import { daemonBeside } from '../documents/daemonJson';
import { type Dockerd, type DockerdOption, dockerdOfFile, dockerdValues } from '../documents/dockerd';
import type { WorkspaceFiles } from '../files';
import { once } from '../once';

export interface Around {
  files: WorkspaceFiles;
  deployment: Deployment;
}

/** Both set the same options, and never the same one: the daemon would not start. */
export function daemonsAround(uri: string, { files, deployment }: Around): Dockerd[] {
  const file = daemonBeside(uri, files);
  return [...(file ? [dockerdOfFile(file)] : []), ...daemonUnits(deployment)];
}

/** What a text that gives the daemon options has in it. */
export const DOCKERD = /\bdockerd\b|^[ \t]*(?:export[ \t]+)?(?:DOCKER_\w+|OPTIONS|INSECURE_REGISTRY)=/m;

/** More are of several hosts. */
const MAX_UNITS = 20;

/** The units of the deployment that start the daemon, and the variables that they start it with. */
export const daemonUnits = once((deployment: Deployment): readonly Dockerd[] =>
  deployment
    .all('dockerd', DOCKERD)
    .filter(({ isOfHost }) => isOfHost)
    .slice(0, MAX_UNITS),
);

/** Undefined where none of them sets it. */
export function daemonOption(uri: string, name: string, around: Around): DockerdOption | undefined {
  for (const daemon of daemonsAround(uri, around)) {
    const [option] = dockerdValues(daemon, name);
    if (option) return option;
  }
  return undefined;
}
