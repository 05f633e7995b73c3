/** The text of another file that stands in a document: a script writes it, or a page shows it. */
import type { Excerpt } from './text/excerpt';

export interface HeldFile {
  /** What it may be called, the likeliest first. */
  names: readonly string[];
  /** An editor's name of the language that it is marked with, or nothing. */
  language: string;
  content: Excerpt;
  /** More may stand in the file. */
  isPart: boolean;
  /** It is written into an image or a container: of the host's files it is none. */
  inImage?: boolean;
}
