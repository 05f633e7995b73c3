/**
 * Reads rule fixtures: `<rule>/[label.]invalid.<file>` with carets under what must be found,
 * `valid`, and `fixed` for the text after all fixes. Beside it `[label.]invalid.files/` holds the
 * workspace, with `.qrcodemaster.yaml` for options.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { WorkspaceFiles } from '../../../src/worker/compliance/files';
import { treeFiles } from './treeFiles';

const FIXTURES = join(import.meta.dirname, '../../fixtures/rules');
/** Where files lie that only their folder tells. */
const FOLDERS: Record<string, string> = {
  'workflow.yml': '.github/workflows/',
  selinux: 'etc/sysconfig/',
  docker: 'etc/default/',
};
const folderOf = (name: string): string => FOLDERS[name] ?? (/\.html(?:\.j2)?$/.test(name) ? 'templates/' : '');

export const ROOT = 'file:///w/';

export interface Mark {
  rule: string;
  line: number;
  start: number;
  end: number;
  severity: string | undefined;
}

export interface Fixture {
  /** `<rule name>/<file name>` */
  id: string;
  ruleName: string;
  verdict: 'valid' | 'invalid';
  uri: string;
  text: string;
  marks: Mark[];
  files: WorkspaceFiles;
  /** Texts of the workspace beside it, by path. */
  companions: ReadonlyMap<string, string>;
  /** Where the text after all fixes stands. */
  fixedPath: string;
  fixed: string | undefined;
}

const MARK = /^(\s*(?:#|\/\/)\s*)(<?)(\^+)\s*(MLPS-[A-Z]+-\d+)(?:\s+(error|warning|info|hint))?\s*$/;

/**
 * The text without mark lines, and what they say about the line above. `<` begins at that line's
 * first character.
 */
function readMarks(written: string): { text: string; marks: Mark[] } {
  const kept: string[] = [];
  const marks: Mark[] = [];
  for (const line of written.split('\n')) {
    const match = MARK.exec(line);
    if (!match) {
      kept.push(line);
      continue;
    }
    const above = kept.at(-1) ?? '';
    const at = match[1]!.length;
    const start = match[2] ? above.search(/\S/) : at;
    marks.push({
      rule: match[4]!,
      line: kept.length - 1,
      start,
      end: at + match[2]!.length + match[3]!.length,
      severity: match[5],
    });
  }
  return { text: kept.join('\n'), marks };
}

function companionsOf(folder: string): Map<string, string> {
  const texts = new Map<string, string>();
  const walk = (at: string): void => {
    for (const name of readdirSync(at)) {
      const path = join(at, name);
      if (statSync(path).isDirectory()) walk(path);
      else texts.set(relative(folder, path), readFileSync(path, 'utf8'));
    }
  };
  if (existsSync(folder)) walk(folder);
  return texts;
}

export function readFixtures(): Fixture[] {
  return readdirSync(FIXTURES).flatMap((ruleName) =>
    readdirSync(join(FIXTURES, ruleName)).flatMap((file): Fixture[] => {
      const match = /^((?:[\w-]+\.)*)(valid|invalid)\.(.+)$/.exec(file);
      const path = join(FIXTURES, ruleName, file);
      if (!match || statSync(path).isDirectory()) return [];
      const [, label, verdict, name] = match;
      const fixedPath = join(FIXTURES, ruleName, `${label}fixed.${name}`);
      const companions = companionsOf(join(FIXTURES, ruleName, `${label}${verdict}.files`));
      return [
        {
          id: `${ruleName}/${file}`,
          ruleName,
          verdict: verdict as Fixture['verdict'],
          uri: ROOT + folderOf(name!) + name,
          ...readMarks(readFileSync(path, 'utf8')),
          files: treeFiles(Object.fromEntries([...companions].map(([path, text]) => [ROOT + path, text]))),
          companions,
          fixedPath,
          fixed: verdict === 'invalid' && existsSync(fixedPath) ? readFileSync(fixedPath, 'utf8') : undefined,
        },
      ];
    }),
  );
}
