/** The things that an assessment asks of, put together from what each file describes. */
import type { AssessedObject } from '../../protocol/assessment';
import type { Finding } from '../../protocol/finding';
import type { Subject, SubjectKind } from '../../protocol/subject';
import { bareId } from '../checklist/describe';
import { isExcluded } from '../checklist/worksheets';
import type { AssessedFile } from './assessedFile';

export type ObjectKind = AssessedObject['kind'];
export type Sheet = AssessedObject['sheet'];

/** An object with what judged it. */
export interface Gathered {
  object: AssessedObject;
  /** Ids of rules that judged it. */
  rules: Set<string>;
  /** Of those, the ones that found a value that the files do not tell. */
  silent: Set<string>;
}

export interface Objects {
  all: Gathered[];
  /** Index of the object that a finding is about: a service by its name, or what the file is. */
  of(file: AssessedFile, finding: Finding): number | undefined;
  /** Index of the object that a clause asks of, beside it in the same deployment. */
  forClause(clause: string, about: number): number;
}

const SHEETS: Record<SubjectKind, Sheet> = {
  service: 'server',
  image: 'server',
  host: 'server',
  proxy: 'server',
  application: 'application',
  logStore: 'server',
  boundary: 'boundary',
  pipeline: 'management',
};

/** What stands for a sheet where no file describes such a thing by itself. */
const STANDING: Partial<Record<Sheet, ObjectKind>> = {
  network: 'network',
  boundary: 'boundary',
  server: 'host',
  application: 'application',
  data: 'data',
  management: 'management',
};

/** @param rootOf a deployment's folder, by its address, as reports name it */
export function gatherObjects(files: readonly AssessedFile[], rootOf: (address: string) => string): Objects {
  const all: Gathered[] = [];
  const known = new Map<string, number>();
  const objectFor = (kind: ObjectKind, sheet: Sheet, root: string, name?: string): number => {
    // A folder's own things are one; a sheet of its own keeps a database apart.
    const key = JSON.stringify([kind, root, name]);
    let index = known.get(key);
    if (index === undefined) {
      index =
        all.push({
          object: { kind, ...(name !== undefined && { name }), sheet, root, places: [], unknown: [] },
          rules: new Set(),
          silent: new Set(),
        }) - 1;
      known.set(key, index);
    }
    return index;
  };
  const ofSubject = ({ kind, name, isDatabase, root }: Subject) =>
    objectFor(kind, isDatabase ? 'database' : SHEETS[kind], rootOf(root), name);
  for (const file of files)
    for (const subject of file.described.subjects) {
      const { object, rules, silent } = all[ofSubject(subject)]!;
      object.places.push({ path: file.path, line: subject.range.start.line + 1 });
      for (const rule of subject.rules) rules.add(rule);
      for (const { text, range, rules: unsaid } of subject.unknown) {
        object.unknown.push({ path: file.path, line: range.start.line + 1, text });
        for (const rule of unsaid) silent.add(rule);
      }
    }
  const services = new Map(
    files.map((file): [AssessedFile, Map<string, Subject>] => [
      file,
      new Map(file.described.subjects.flatMap((s) => (s.kind === 'service' ? [[s.name!, s]] : []))),
    ]),
  );
  return {
    all,
    of(file, { service }) {
      const named = service === undefined ? undefined : services.get(file)?.get(service);
      const subject =
        named ?? file.described.subjects.find(({ kind }) => kind !== 'service') ?? file.described.subjects[0];
      return subject && ofSubject(subject);
    },
    forClause(clause, about) {
      const { object } = all[about]!;
      const bare = bareId(clause);
      if (!isExcluded(bare, object.sheet)) return about;
      const sheet = SHEET_ORDER.find((each) => !isExcluded(bare, each))!;
      return objectFor(STANDING[sheet]!, sheet, object.root);
    },
  };
}

/** Where a clause is asked of several sorts of things: what files describe comes first. */
const SHEET_ORDER: readonly Sheet[] = ['boundary', 'server', 'application', 'network', 'management', 'data'];
