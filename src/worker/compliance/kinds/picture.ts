/** What the codes of a picture hold, told by whoever decoded it. */
import { isCodesDocument } from '../../protocol/pictureCodes';
import { isPictureName } from '../../protocol/pictureFiles';
import { readPictureCodes } from '../documents/pictureCodes';
import type { FileKind } from '../fileKind';

export const picture: FileKind = {
  recognises: (name, text) => isPictureName(name) && isCodesDocument(text),
  read: ({ uri, text }) => ({ pictureCode: readPictureCodes(uri, text) }),
};
