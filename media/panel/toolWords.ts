/** What was done to a picture, in words. */
import type { PanelStrings } from '../../src/extension/panel/contract';
import type { PictureToolKind } from '../../src/worker/protocol/pictureTools';
import type { Page } from './page';
import { listed } from './words';

const WORDS = {
  crop: 'doneCrop',
  corners: 'doneCorners',
  rotate: 'doneRotate',
  invert: 'doneInvert',
  brightness: 'doneBrightness',
  contrast: 'doneContrast',
  threshold: 'doneThreshold',
} as const satisfies Record<PictureToolKind, keyof PanelStrings>;

/** "cropped, inverted" */
export const toolWords = (kinds: readonly PictureToolKind[], { strings }: Page): string =>
  listed(kinds.map((kind) => strings[WORDS[kind]]));
