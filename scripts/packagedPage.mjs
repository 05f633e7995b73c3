// A page of the project as a package has it: links lead to what the package holds.
import path from 'node:path';

/** Of a link or a picture: its words, its target within the project, and the place in that. */
const LINK = /(!?)\[([^\]]*)\]\((?!https?:|mailto:|#)([^)#\s]+)(#[^)\s]*)?\)/g;

/**
 * Of a link to what is not packaged its words are left, of a picture nothing.
 * @param nameOf the name in the package of a file of the project; undefined: it is not packaged
 */
export function packagedPage(text, file, nameOf) {
  const folder = path.posix.dirname(file);
  return text.replace(LINK, (_, picture, words, to, place = '') => {
    const name = nameOf(path.posix.join(folder, to));
    if (name === undefined) return picture ? '' : words;
    return `${picture}[${words}](${path.posix.relative(folder, name)}${place})`;
  });
}
