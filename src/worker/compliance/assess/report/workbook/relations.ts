/** Which parts a part of a workbook names (ECMA-376, part 2). */

import type { PackageParts } from './packageParts';
import { childrenOf } from './parseXml';

interface Relation {
  /** Its last word: `worksheet`. */
  type: string;
  /** Name of the part. */
  target: string;
}

/** By their ids; what lies outside of the workbook is left out. */
export function relationsOf(part: string, parts: PackageParts): Map<string, Relation> {
  const slash = part.lastIndexOf('/') + 1;
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  if (!parts.has(name)) return new Map();
  return new Map(
    childrenOf(parts.xml(name).root, 'Relationship').flatMap(({ attributes }): [string, Relation][] => {
      const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes;
      if (mode === 'External') return [];
      return [[id, { type: type.slice(type.lastIndexOf('/') + 1), target: resolved(part.slice(0, slash), target) }]];
    }),
  );
}

/** `xl/worksheets/sheet1.xml` of `worksheets/sheet1.xml` in `xl/` */
function resolved(folder: string, target: string): string {
  const segments: string[] = [];
  for (const segment of (target.startsWith('/') ? target : folder + target).split('/'))
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  return segments.join('/');
}
