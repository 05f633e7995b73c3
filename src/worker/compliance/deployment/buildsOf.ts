/** The builds of a Dockerfile that the files of its deployment and of its repository tell of. */
import { fileName, type WorkspaceFiles } from '../files';
import { BUILDS, buildOfContainer, buildsOfScript, type ImageBuild } from '../readings/imageBuilds';
import type { Deployment } from './deployment';
import { folderOf, foldersUp, inFolder } from './folders';

/** Where nothing of these stands, every build is that of the last stage with the file's own values. */
const GIVES = /\btarget\b|\bargs:|\bbuild[-_]?args?\b/i;

/** Folders above a script that its commands may be run in. */
const MAX_UP = 4;

/** None where all of them build the same as nobody's. */
export function buildsOf(uri: string, deployment: Deployment, files: WorkspaceFiles): ImageBuild[] {
  const told = (about: RegExp): ImageBuild[] =>
    [
      ...deployment.all('container', about).flatMap(buildOfContainer),
      ...deployment.all('script', about).flatMap(buildsOfScript),
    ].flatMap((build) => {
      const place = deployment.translations.get(build.place.uri)?.place(build.place) ?? build.place;
      return isOf(uri, { ...build, place }, files) ? [{ ...build, place }] : [];
    });
  const isGiven = told(GIVES).some(({ target, args }) => target !== undefined || Object.keys(args).length > 0);
  return isGiven ? told(BUILDS) : [];
}

/** A path of a command is of the nearest folder around where it leads to a file. */
function isOf(uri: string, { dockerfile, place }: ImageBuild, files: WorkspaceFiles): boolean {
  if ('uri' in dockerfile) return dockerfile.uri === uri;
  if (fileName(uri) !== dockerfile.path.slice(dockerfile.path.lastIndexOf('/') + 1)) return false;
  for (const folder of foldersUp(folderOf(place.uri), MAX_UP)) {
    const address = inFolder(folder, dockerfile.path);
    if (address === uri) return true;
    if (address !== undefined && exists(address, files)) return false;
  }
  return false;
}

const exists = (address: string, files: WorkspaceFiles): boolean =>
  (files.folder?.(folderOf(address)) ?? []).some(({ name, isFolder }) => !isFolder && name === fileName(address));
