/** How a symbol is drawn: formats, shapes, logo, and what drawing it that way costs a scanner. Everything here passes structured clone. */
import type { Failure } from './errors';

/** Files, and three forms of text that hold the picture itself: a `data:` address, a Markdown image, an HTML `<img>`. */
export type RenderFormat = 'png' | 'svg' | 'jpeg' | 'pdf' | 'terminal' | 'data-uri' | 'markdown' | 'html';

/** `rounded` joins neighbours and rounds what sticks out; `dots` stand alone. */
export type ModuleShape = 'square' | 'rounded' | 'dots';
export type FinderShape = 'square' | 'rounded' | 'circle';

export interface Logo {
  /** A PNG, JPEG, GIF, BMP or WebP file; drawn on the light colour in the middle of the symbol. */
  bytes: Uint8Array;
  /** Its longer side as a share of the symbol's side, 0.05 to 0.3; default 0.2. */
  share?: number;
}

export interface RenderOptions {
  /** Quiet zone in modules; default 4. */
  marginModules?: number;
  /** Pixels a module for png and jpeg; default 8. */
  scale?: number;
  /** #rrggbb; default black on white. */
  dark?: string;
  light?: string;
  /** Title of an svg or pdf, alternative text of markdown and html; default none. */
  title?: string;
  /** Default square. A terminal shows squares only, and no logo. */
  modules?: ModuleShape;
  finders?: FinderShape;
  logo?: Logo;
}

export type Disturbance = 'blur' | 'noise' | 'low-contrast' | 'perspective' | 'jpeg' | 'few-pixels';

/** How much a finished picture can suffer before it is no longer read. */
export interface ScanMargin {
  /** 0 to 100: share of the battery that was survived. */
  score: number;
  verdict: 'strong' | 'good' | 'weak' | 'poor';
  /** The verdict in a sentence, in the user's language. */
  message: string;
  /** Per disturbance, in the user's language: how many of its rising steps were survived. */
  disturbances: { disturbance: Disturbance; label: string; survived: number; steps: number }[];
  /** 1 (none) to 21 (black on white). */
  contrastRatio: number;
  /** What would raise the margin, the most useful first: contrast, quiet zone, logo, shapes. Empty when nothing would. */
  advice: Failure[];
}

/** The finished picture's margin, or why the picture is not offered. */
export type MeasureResult = { margin: ScanMargin; error?: undefined } | { margin?: undefined; error: Failure };
