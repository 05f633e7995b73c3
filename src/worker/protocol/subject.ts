/** What an assessment speaks of: a thing that a file describes, and what was asked of it there. */
import type { Range } from './finding';

export const subjectKinds = [
  'service',
  'image',
  'host',
  'proxy',
  'application',
  'logStore',
  'boundary',
  'pipeline',
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** A value that the files do not tell, so that rules about it kept silent. */
export interface UnknownValue {
  /** As written: `${IMAGE}`. */
  text: string;
  range: Range;
  /** Ids of the rules that would have judged it. */
  rules: string[];
}

export interface Subject {
  kind: SubjectKind;
  /** Of a service. Others of one kind in one deployment are one thing. */
  name?: string;
  /** A service that keeps data for others, by its image. */
  isDatabase?: true;
  /** Address of the folder that its deployment lies in. */
  root: string;
  /** Where it stands in the file. */
  range: Range;
  /** Ids of the rules that judged it, ascending. */
  rules: string[];
  unknown: UnknownValue[];
}

/** What an assessment needs of a document beside its findings. */
export interface Described {
  /** Empty where it is not deployed. */
  subjects: Subject[];
  /** The line of each finding, in their order, without what may be secret. */
  excerpts: string[];
  /** Ids of rules that the configuration switches off. */
  off: string[];
}
