/** Windows containers have no Linux rights, limits or read-only root, and other users. */
import type { Container } from './container';
import type { Value } from './value';

const IMAGE =
  /^microsoft\/(?:nanoserver|windowsservercore|iis|aspnet|dotnet-framework)(?:[:@]|$)|^mcr\.microsoft\.com\/(windows(?:\/|$)|dotnet\/framework\/|powershell:.*(nanoserver|windowsserver))|(nanoserver|windowsservercore)-/i;

export const isWindowsImage = (image: Value | undefined): boolean => IMAGE.test(image?.resolved ?? '');

const DRIVE = /^[A-Za-z]:(?:[\\/]|$)/;

/** By `platform`, by what it runs, or by drive letters within the container. */
export function isWindows({ platform, image, mounts }: Pick<Container, 'platform' | 'image' | 'mounts'>): boolean {
  if (platform?.known !== undefined) return /^windows\b/i.test(platform.known);
  return isWindowsImage(image) || mounts.some(({ target }) => DRIVE.test(target?.resolved ?? ''));
}
