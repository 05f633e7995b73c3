/** What is done to whole pictures, src/wasm/pictureOps.ts, which says what its functions do. */
import { kernel } from './kernel';
import { pictureOpsWasm } from './pictureOpsWasm';

type Picture = [from: number, width: number, height: number];

interface Exports {
  halve(...picture: [...Picture, to: number]): void;
  shrink(from: number, width: number, to: number, w: number, h: number, xs: number, ys: number, room: number): void;
  roomFor(width: number, radius: number): number;
  threshold(...picture: [...Picture, radius: number, offset: number, to: number, room: number]): void;
  blur(...picture: [...Picture, radius: number, to: number, room: number]): void;
  darkness(...picture: [...Picture, radius: number, to: number, room: number]): void;
}

export const withPictureOps = kernel<Exports>(pictureOpsWasm);

export type PictureOps = Parameters<Parameters<typeof withPictureOps>[0]>[0];
