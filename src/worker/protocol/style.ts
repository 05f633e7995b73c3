/**
 * How a symbol is drawn: formats, shapes, logo, and what drawing it that way costs a scanner.
 * Everything here passes structured clone.
 */
import type { Failure } from './errors';

/** What can be chosen of when a symbol is made, wherever it is asked for. */
export const makingChoices = {
  /** Weakest to strongest. */
  level: ['L', 'M', 'Q', 'H'],
  /**
   * Files, and three forms of text that hold the picture itself: a `data:` address, a Markdown
   * image, an HTML `<img>`.
   */
  format: ['svg', 'png', 'jpeg', 'pdf', 'terminal', 'data-uri', 'markdown', 'html'],
  /** `rounded` joins neighbours and rounds what sticks out; `dots` stand alone. */
  modules: ['square', 'rounded', 'dots'],
  finders: ['square', 'rounded', 'circle'],
} as const;

/** The least and the most of a number. */
export const makingRanges = {
  version: [1, 40],
  mask: [0, 7],
  marginModules: [0, 100],
  /** Pixels a module. */
  scale: [1, 200],
  /** Of the logo's longer side, of the symbol's. */
  logoShare: [0.05, 0.3],
} as const satisfies Record<string, readonly [min: number, max: number]>;

/** The quiet zone that the standard asks for (ISO/IEC 18004:2024 §6.3.9). */
export const STANDARD_MARGIN_MODULES = 4;

export type RenderFormat = (typeof makingChoices.format)[number];
export type ModuleShape = (typeof makingChoices.modules)[number];
export type FinderShape = (typeof makingChoices.finders)[number];

/** The extension of a format's files, with its dot. */
export const extensions: Record<RenderFormat, string> = {
  svg: '.svg',
  png: '.png',
  jpeg: '.jpg',
  pdf: '.pdf',
  terminal: '.txt',
  'data-uri': '.uri',
  markdown: '.md',
  html: '.html',
};

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
  /**
   * What would raise the scan margin, the most useful first: contrast, quiet zone, logo, shapes.
   * Empty when nothing would.
   */
  advice: Failure[];
}

/** The finished picture's scan margin, or why the picture is not offered. */
export type ScanMarginResult =
  | { scanMargin: ScanMargin; error?: undefined }
  | { scanMargin?: undefined; error: Failure };
