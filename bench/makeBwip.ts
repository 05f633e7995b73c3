/** bwip-js has no entry that gives modules alone; its raw encoder is the part to compare. */
import bwipjs from 'bwip-js/node';
import type { Level } from '../src/worker/protocol/symbol';

/** The modules as bwip-js has them before it draws. */
export const encode = (text: string, level: Level): unknown =>
  bwipjs.raw({ bcid: 'qrcode', text, eclevel: level } as Parameters<typeof bwipjs.raw>[0]);
