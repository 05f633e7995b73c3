/**
 * A frame of an animation: the part of the canvas that it changes, and what becomes of it
 * afterwards.
 */

export interface Patch {
  left: number;
  top: number;
  width: number;
  height: number;
  /** Luminance on white and, where something is see-through, on black. */
  white: Uint8Array;
  black?: Uint8Array;
  /** What is see-through replaces what was there instead of showing it. */
  replaces: boolean;
  after: 'keep' | 'clear' | 'restore';
}
