/** Windows containers have no Linux rights, limits or read-only root, and other users. */
import type { Value } from './value';

const IMAGE =
  /^mcr\.microsoft\.com\/(windows(?:\/|$)|dotnet\/framework\/|powershell:.*(nanoserver|windowsserver))|(nanoserver|windowsservercore)-/i;

export const isWindowsImage = (image: Value | undefined): boolean => IMAGE.test(image?.resolved ?? '');

/** By `platform` or by what it runs. */
export const isWindows = ({ platform, image }: { platform: Value | undefined; image: Value | undefined }): boolean =>
  platform?.known === undefined ? isWindowsImage(image) : /^windows\b/i.test(platform.known);
