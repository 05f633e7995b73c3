/**
 * What a compose file is laid over: which of its services another file begins, so that nothing is
 * called missing here (fact T10).
 */
import { fileName, resolveBeside } from '../../files';
import { child, pairOf, type YamlNode } from '../yaml/yamlTree';
import { isFragmentName, isVariantName } from './composeNames';
import { servicesOf } from './composeRoot';

export interface ComposeBase {
  /** Name of a file that is laid under this one; undefined: none can be read. */
  file: string | undefined;
  /** Whether it begins that service, or may do so where it cannot be read. */
  begins(service: string): boolean;
}

/** Root of a compose file, null where there is none, undefined where it cannot be read. */
type Root = (uri: string) => YamlNode | null | undefined;

/** Names that compose takes by itself. */
export const BASES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const MAX_INCLUDES = 50;

/**
 * `before`: the files that COMPOSE_FILE names in front of this one. Undefined: the file stands for
 * itself.
 */
export function composeBase(
  uri: string,
  before: readonly (string | undefined)[] | undefined,
  root: Root,
): ComposeBase | undefined {
  if (before ? before.length === 0 : !isFragmentName(uri)) return undefined;
  const under =
    before ?? BASES.map((name) => resolveBeside(uri, name)).filter((u) => u === undefined || root(u) !== null);
  if (under.length === 0) return isVariantName(uri) ? { file: undefined, begins: () => true } : undefined;
  const readable = under.find((u) => u !== undefined && root(u));
  return {
    file: readable && fileName(readable),
    begins: (service) =>
      under.some((u) => u === undefined || root(u) === null || mayDefine(u, service, root, new Set())),
  };
}

/** In the file itself or in what it includes; true where either cannot be read. */
function mayDefine(uri: string, service: string, root: Root, seen: Set<string>): boolean {
  if (seen.has(uri)) return false;
  seen.add(uri);
  const node = root(uri);
  if (!node || seen.size > MAX_INCLUDES) return node !== null;
  if (pairOf(servicesOf(node), service)) return true;
  return includesOf(node).some((path) => {
    const included = path === undefined ? undefined : resolveBeside(uri, path);
    return included === undefined || mayDefine(included, service, root, seen);
  });
}

/** Paths of `include`, short and long form; undefined for what only running tells. */
function includesOf(root: YamlNode): (string | undefined)[] {
  const paths = (node: YamlNode | undefined): (string | undefined)[] => {
    if (node?.kind === 'list') return node.items.flatMap(paths);
    if (node?.kind === 'map') return paths(child(node, 'path'));
    return node?.kind === 'scalar' && !node.text.includes('$') ? [node.text] : [undefined];
  };
  const include = child(root, 'include');
  return include ? paths(include) : [];
}
