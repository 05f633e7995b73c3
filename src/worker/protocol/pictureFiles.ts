/** Which files are taken for pictures by their names: in folders, menus, and dialogues. */
export const PICTURE_EXTENSIONS = [
  'png',
  'jpg',
  'jpeg',
  'jpe',
  'jfif',
  'bmp',
  'dib',
  'gif',
  'webp',
  'tif',
  'tiff',
  'ico',
];

/** @param name a file name, a path, or the path of a URI */
export const isPictureName = (name: string): boolean =>
  PICTURE_EXTENSIONS.includes(/\.([^.\\/]+)$/.exec(name)?.[1]?.toLowerCase() ?? '');

/** One glob for a search of all pictures, in either case: editors compare names letter by letter. */
export const pictureGlob = `**/*.{${PICTURE_EXTENSIONS.map((name) =>
  name.replace(/[a-z]/g, (c) => `[${c}${c.toUpperCase()}]`),
).join(',')}}`;
