/**
 * Types of the parts of the package `qrcode` that standard.ts uses; @types/qrcode knows only its
 * front door.
 */
declare module 'qrcode/lib/core/error-correction-level.js' {
  export interface LevelBits {
    bit: number;
  }
  const levels: Record<'L' | 'M' | 'Q' | 'H', LevelBits>;
  export default levels;
}
declare module 'qrcode/lib/core/error-correction-code.js' {
  import type { LevelBits } from 'qrcode/lib/core/error-correction-level.js';

  const tables: {
    getBlocksCount(version: number, level: LevelBits): number;
    getTotalCodewordsCount(version: number, level: LevelBits): number;
  };
  export default tables;
}
declare module 'qrcode/lib/core/utils.js' {
  const utils: { getSymbolTotalCodewords(version: number): number };
  export default utils;
}
declare module 'qrcode/lib/core/alignment-pattern.js' {
  const alignment: { getPositions(version: number): [number, number][] };
  export default alignment;
}
declare module 'qrcode/lib/core/format-info.js' {
  import type { LevelBits } from 'qrcode/lib/core/error-correction-level.js';

  const format: { getEncodedBits(level: LevelBits, mask: number): number };
  export default format;
}
declare module 'qrcode/lib/core/version.js' {
  const version: { getEncodedBits(version: number): number };
  export default version;
}
