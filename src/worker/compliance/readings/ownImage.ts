/**
 * Whether a document is about the image that it names: its title or opening names it, it links to
 * the repository that the image is called after, it tells how to build it, or it is a page on how
 * to install something and names no other image with an owner.
 */
import { dockerName, type ImageReference, parseImageReference } from '../model/imageReference';

const REPOSITORY = /\b(?:github|gitlab|gitee|codeberg)\.(?:com|org)\/([\w.-]+)\/([\w.-]+)/gi;
/** What stands in front of the first example. */
const OPENING = 3_000;
/**
 * `# Docker`, `title: Docker install`, `# Docker 部署`: of a product that the pages around are
 * about.
 */
const ON_INSTALLING =
  /^(?:#{1,4}|title:)[ \t]+(?:[^\n]{0,40}\b)?(?:docker|podman|containers?)\b|^(?:#{1,4}|title:)[^\n]{0,40}(?:部署|安装|installation)/im;
const MAX_CHARACTERS = 200_000;

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * @param built what commands of the document build, as `name:tag`; @param named all images that it
 * names
 */
export function ownsImage(
  text: string,
  built: ReadonlySet<string>,
  named: readonly ImageReference[],
): (reference: ImageReference) => boolean {
  const isAlone = new Set(named.flatMap(({ path }) => (path?.includes('/') ? path : []))).size === 1;
  let told: { isOnInstalling: boolean; opening: string; repositories: Set<string>; names: Set<string> } | undefined;
  const read = () => {
    const opening = lettersOf(text.slice(0, OPENING).split('```')[0]!);
    const links = [...text.slice(0, MAX_CHARACTERS).matchAll(REPOSITORY)];
    const repositories = new Set(
      links.map(([, owner, name]) => `${owner}/${name!.replace(/\.git$/, '')}`.toLowerCase()),
    );
    const isOnInstalling = ON_INSTALLING.test(text.slice(0, OPENING));
    return {
      isOnInstalling,
      opening,
      repositories,
      names: new Set([...built].flatMap((image) => lastOf(dockerName(parseImageReference(image))) ?? [])),
    };
  };
  return ({ path }) => {
    const parts = path?.toLowerCase().split('/') ?? [];
    // Official images have no owner, and are never the document's own.
    if (parts.length < 2) return false;
    told ??= read();
    const name = parts.at(-1)!;
    const letters = lettersOf(name);
    return (
      (isAlone && told.isOnInstalling) ||
      told.repositories.has(parts.slice(0, 2).join('/')) ||
      told.names.has(name) ||
      (letters.length > 3 && told.opening.includes(letters))
    );
  };
}

const lastOf = (name: string | undefined): string | undefined => name?.toLowerCase().split('/').at(-1);
