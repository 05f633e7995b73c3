/** Whether a document is about the image that it names: it carries the image's name as its title, or links to the repository that the image is called after. */
import type { ImageReference } from '../model/imageReference';

const TITLE = /^(?:#[ \t]+(.*)|(.*)\r?\n=+[ \t]*$)|<h1[^>]{0,200}>([\s\S]{0,300}?)<\/h1>/m;
const REPOSITORY = /\b(?:github|gitlab|gitee|codeberg)\.(?:com|org)\/([\w.-]+)\/([\w.-]+)/gi;
/** Titles stand at the top; links anywhere. */
const TOP = 5_000;
const MAX_CHARACTERS = 200_000;

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

export function ownsImage(text: string): (reference: ImageReference) => boolean {
  let told: { title: string; repositories: Set<string> } | undefined;
  const read = () => {
    const [, hash, underlined, html] = TITLE.exec(text.slice(0, TOP)) ?? [];
    const links = [...text.slice(0, MAX_CHARACTERS).matchAll(REPOSITORY)];
    const repositories = new Set(links.map(([, owner, name]) => `${owner}/${name!.replace(/\.git$/, '')}`.toLowerCase()));
    return { title: lettersOf((hash ?? underlined ?? html ?? '').replace(/<[^<>]*>/g, '')), repositories };
  };
  return ({ path }) => {
    const parts = path?.toLowerCase().split('/') ?? [];
    // Official images have no owner, and are never the document's own.
    if (parts.length < 2) return false;
    told ??= read();
    const name = lettersOf(parts.at(-1)!);
    return told.repositories.has(parts.slice(0, 2).join('/')) || (name.length > 2 && told.title.includes(name));
  };
}
