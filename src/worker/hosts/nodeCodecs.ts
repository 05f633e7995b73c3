/** Gives the engine Node's picture codecs; each library is loaded when it is first used. */
import { prepareCodecs } from '../qr/codecs';
import { decodeJpeg, encodeJpeg } from './jpegJs';
import { decodePng, encodePng } from './pngjs';

prepareCodecs({
  decodePng: (file) => decodePng(file),
  encodePng: (...picture) => encodePng(...picture),
  decodeJpeg: (file, limits) => decodeJpeg(file, limits),
  encodeJpeg: (pixels, quality) => encodeJpeg(pixels, quality),
});
