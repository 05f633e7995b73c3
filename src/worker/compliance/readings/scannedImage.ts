/** Whether what a pipeline scans is what it builds, pushes and pulls. */
import type { Script } from '../documents/shell/script';
import type { ShellCommand } from '../documents/shell/shellTypes';
import { imageAction, withTag } from './imageCommand';
import type { ImageScan } from './imageScan';
import { imageIn } from './imageScan';
import { lastName, normalName, repositoryIn } from './writtenImage';

export interface OtherScan {
  scan: ImageScan;
  image: string;
  /** The same image under the reference that is pushed or pulled. */
  other: string;
}

/** Scans of a reference that nothing else in the script names, whereas others of the same repository are. */
export function scansOfOthers(script: Script, scans: readonly ImageScan[]): OtherScan[] {
  const told = scans.flatMap((scan) => (scan.image === undefined ? [] : { scan, image: normalName(scan.image) }));
  if (told.length === 0) return [];
  const names = script.commands.flatMap(namesIn);
  const known = new Set(names.map(withTag));
  const byRepository = new Map(names.map((name) => [repositoryIn(name), name]));
  return told.flatMap(({ scan, image }) => {
    if (image.includes('$') || known.has(withTag(image))) return [];
    const other = byRepository.get(repositoryIn(image));
    return other === undefined ? [] : [{ scan, image, other }];
  });
}

/** Pushes of an image under a name that no scan looks at, nor the one that it was given before. */
export function unscannedPushes(
  script: Script,
  scans: readonly ImageScan[],
): { command: ShellCommand; name: string }[] {
  const images = new Set(scans.map(({ image }) => (image === undefined ? undefined : lastName(normalName(image)))));
  if (images.size === 0 || images.has(undefined)) return [];
  const sources = new Map(script.commands.flatMap(tagged));
  return script.commands.flatMap((command) => {
    const act = imageAction(command);
    const image = act?.action === 'push' && act.tool !== 'skopeo' ? imageIn(command, act.words.at(-1)!) : undefined;
    if (image === undefined) return [];
    const name = normalName(image);
    const own = [name, sources.get(withTag(name)) ?? name].map(lastName);
    return own.some((each) => each === undefined || images.has(each)) ? [] : [{ command, name }];
  });
}

/** `docker tag app registry/app:1`: what was tagged, by its new name. */
function tagged({ words }: ShellCommand): [string, string][] {
  const at = words.findIndex(({ known }) => known === 'tag');
  const [source, target, more] = words.slice(at + 1);
  if (at < 1 || at > 2 || !source || !target || more) return [];
  return [[withTag(normalName(target.raw)), normalName(source.raw)]];
}

/** What may be names of images: all words behind the verb of a build, push, pull, run, tag or verification. */
function namesIn(command: ShellCommand): string[] {
  const act = imageAction(command);
  if (act?.action === 'scan' || (!act && tagged(command).length === 0)) return [];
  return command.words
    .slice(1)
    .map(({ raw }) => normalName(raw.replace(/^(?:-t=?|--tag=)/, '')))
    .filter((word) => /^[\w$][\w.$@:/-]*$/.test(word));
}
