/** The builds of a Dockerfile that the files of its deployment and of its repository tell of. */
import { fileName, resolveBeside, type WorkspaceFiles } from '../files';
import { buildOfContainer, buildsOfScript, type ImageBuild } from '../readings/imageBuilds';
import type { Deployment } from './deployment';
import { folderOf } from './folders';

/** Where nothing of these stands, every build is that of the last stage with the file's own values. */
const GIVES = /\btarget\b|\bargs:|\bbuild[-_]?args?\b/i;
const BUILDS = /\b(?:build|bud|executor)\b/;

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
  let folder = folderOf(place.uri);
  for (let up = 0; up < MAX_UP; up++) {
    const address = resolveBeside(`${folder}/x`, dockerfile.path);
    if (address === uri) return true;
    if (address !== undefined && exists(address, files)) return false;
    if (!folder.includes('/') || folder.endsWith('/')) return false;
    folder = folderOf(folder);
  }
  return false;
}

const exists = (address: string, files: WorkspaceFiles): boolean =>
  (files.folder?.(folderOf(address)) ?? []).some(({ name, isFolder }) => !isFolder && name === fileName(address));
