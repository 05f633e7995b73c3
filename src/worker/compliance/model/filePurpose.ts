/**
 * What a file is for, as far as its path in the workspace or its first comment says so; one that is
 * deployed has no word for it.
 */
import { type Kind, kindRow } from '../../protocol/fileKinds';
import type { WorkspaceFiles } from '../files';
import { type DocumentFolder, pathInFolder } from '../workspaceFolder';
import { isActionImage } from './actionImage';

/**
 * `tests`: what tests, measurements and CI systems run. `workplace`: where somebody works in a
 * container. `development`: what runs on a developer's machine. `sample`: what shows how something
 * is used. `build`: an image to build in. `action`: what GitHub runs as a step, and only as root.
 * `post`: Markdown that was written for a day and is not kept up.
 */
export type FilePurpose = 'tests' | 'workplace' | 'development' | 'sample' | 'build' | 'action' | 'post';

const FOLDERS: readonly [FilePurpose, RegExp][] = [
  ['workplace', /^\.?(?:devcontainer|gitpod)$/i],
  [
    'tests',
    /^(?:tests?|testing|test(?:data|files|images?)|(?:[a-z]+[-_])?test[-_](?:data|env|images?|infra|setup)|(?:docker|e2e|functional|integration|smoke|system|unit)[-_]tests?|e2e|interop|integration|(?:oss-)?fuzz(?:ing)?|bench(?:marks?)?|regression|kokoro|\.?(?:[\w-]+[-_])?ci|ci[-_](?:build|docker|images?|scripts?)|\.github|\.gitlab|\.circleci|\.travis)$/i,
  ],
  ['development', /^(?:dev|devel|development|dev[-_](?:docker|env|image|setup|tools)|debug)$/i],
  [
    'sample',
    /^(?:[a-z]+[-_])?(?:examples?|samples?|demos?|tutorials?|quick-?starts?)(?:[-_](?:cert(?:ificate)?s?|configs?|configuration|files?|keys?|scripts?))?$/i,
  ],
];

/** What a program's sources propose to those who make packages of it, and the packages' own. */
const PACKAGING =
  /^(?:debian|rpm|redhat|fedora|packag(?:e|es|ing)|pkg|dist|distro|contrib|extras?|install(?:er)?|support(?:-files)?|share|src|misc|resources|templates?)$/i;

/**
 * Images that write or show documentation; a compose file among documents is what readers start.
 */
const DOCUMENTS = /^(?:docs?|documentation)$/i;

const NAMES: readonly [FilePurpose, RegExp][] = [
  ['workplace', /^\.?(?:devcontainer|gitpod)\.Dockerfile$/i],
  ['tests', /(?:^|[._-])(?:tests?|testing|ci|e2e|integration|coverage|lint|fuzz|bench(?:marks?)?)(?:[._-]|$)/i],
  ['development', /(?:^|[._-])(?:dev|devel|develop|development|local|debug)(?:[._-]|$)/i],
];

/** What fail2ban and init systems call files of the host: not for development. */
const OWN_LOCAL: Partial<Record<Kind, RegExp>> = { fail2ban: /\.local$/, shell: /^rc\.local$/ };

const BUILD = /(?:^|[._-])(?:build|builder)(?:[._-]|$)/i;

/** What the comment at the top of a file says of it. */
const SAID: readonly [FilePurpose, RegExp][] = [
  [
    'tests',
    /\b(?:for|to run|used (?:by|for|in)|runs?) (?:running )?(?:the |our )?(?:(?:unit|integration|functional|e2e|end-to-end|regression) )?(?:tests?|testing|ci|benchmark(?:s|ing)?)\b|\b(?:test|ci|benchmark) (?:container|environment|image|setup|stack)\b|仅?(?:供|用于|用来)(?:单元|集成|自动化)?测试/i,
  ],
  [
    'development',
    /\b(?:for|used (?:for|in)) (?:local |your )?(?:dev|development|debugging)\b|\b(?:dev|development|developer) (?:container|environment|image|setup|stack)\b|仅?(?:供|用于|用来)(?:本地)?(?:开发|调试)|(?:本地|开发)(?:开发|调试)?环境/i,
  ],
];
const DEPLOYED = /\bprod(?:uction)?\b|\bdeploy|生产|线上|部署/i;

/** Folders of what tests read: of that name anywhere, or below a folder of tests. */
const FIXTURES = /^(?:(?:__)?fixtures?(?:__)?|test[-_]?(?:cases|data|files))$/i;
const OF_TESTS = /^(?:cases|corpus|corpora|data|files|golden|inputs?|resources|snapshots|invalid|broken|bad)$/i;

/** What a test reads, which may be broken on purpose; what runs the tests is none. */
export function isFixture(uri: string, around: DocumentFolder = {}): boolean {
  const names = pathInFolder(uri, around).split('/').slice(0, -1);
  return (
    names.some((each) => FIXTURES.test(each)) ||
    belowTests(names).some((each) => OF_TESTS.test(each) || named(FOLDERS, each) === 'sample')
  );
}

/** The folders below the outermost one of tests. */
function belowTests(names: readonly string[]): readonly string[] {
  const tests = names.findIndex((each) => named(FOLDERS, each) === 'tests');
  return tests < 0 ? [] : names.slice(tests + 1);
}

export function purposeOf(
  uri: string,
  text: string,
  kind: Kind,
  files: WorkspaceFiles,
  around: DocumentFolder = {},
): FilePurpose | undefined {
  const { isPipeline, isDocumentation, isOfPackages } = kindRow(kind);
  const path = pathInFolder(uri, around);
  const names = path.split('/');
  const name = names.pop()!;
  const isImage = kind === 'dockerfile';
  const inner = names.reduceRight<FilePurpose | undefined>(
    (found, each) => found ?? named(FOLDERS, each) ?? (isImage && DOCUMENTS.test(each) ? 'sample' : undefined),
    undefined,
  );
  // `test/examples`: what a test reads.
  const place = inner === 'sample' && belowTests(names).length > 0 ? 'tests' : inner;
  // What Markdown tells its readers to do, they do for themselves.
  if (isDocumentation)
    return place === 'tests' ? place : POST.test(text) || POSTS.test(`/${path}`) ? 'post' : undefined;
  return (
    named(NAMES, name.replace(OWN_LOCAL[kind] ?? '', '')) ??
    place ??
    (BUILD.test(name) ? 'build' : undefined) ??
    (isOfPackages && names.some((each) => PACKAGING.test(each)) ? 'sample' : undefined) ??
    (isImage && isActionImage(uri, text, files) ? 'action' : undefined) ??
    (isPipeline ? undefined : said(text))
  );
}

/** Front matter of a weblog's entry; the folder and the names that weblogs keep entries under. */
const POST = /^---[ \t]*\r?\n(?:(?!---)[^\n]*\n){0,30}layout:[ \t]*["']?post\b/;
const POSTS = /\/(?:_posts|blogs?|posts)\/|\/(?:19|20)\d\d-[01]\d-[0-3]\d-[^/]*$/;

const named = (of: typeof NAMES, name: string): FilePurpose | undefined =>
  of.find(([, pattern]) => pattern.test(name))?.[0];

const TOP = /^\ufeff?(?:[ \t]*(?:#.*)?\r?\n){0,30}/;

function said(text: string): FilePurpose | undefined {
  const comment = TOP.exec(text)?.[0].replace(/(?<!\s)\s*\n\s*#?\s*/g, ' ') ?? '';
  return comment.includes('#') && !DEPLOYED.test(comment) ? named(SAID, comment) : undefined;
}

/** Its containers live as long as the job or the work. */
export const isForJobs = (purpose: FilePurpose | undefined): boolean =>
  purpose !== undefined && purpose !== 'sample' && purpose !== 'post';

/** What it runs ends with it, serves nobody else, and its secrets are made up. */
export const isAside = (purpose: FilePurpose | undefined): boolean =>
  purpose !== undefined && !['build', 'action', 'post'].includes(purpose);

/** Part of what runs in the end, or shown as if it were. */
export const isDeployed = (purpose: FilePurpose | undefined): boolean => purpose === undefined || purpose === 'sample';
