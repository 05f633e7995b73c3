/**
 * The values that a matrix gives an image: GitHub's `strategy.matrix`, GitLab's `parallel.matrix`,
 * Woodpecker's `matrix`.
 */
import { child, type YamlMap, type YamlNode, type YamlScalar } from '../yaml/yamlTree';
import type { CiSystem } from './ciSystem';

/** The whole image is one value of the matrix. */
const WHOLE = /^(?:\$\{\{\s*matrix\.([\w-]+)(?:\.([\w-]+))?\s*\}\}|\$\{?(\w+)\}?)$/;

/** None where the text is not one name of a matrix, or the matrix does not stand here. */
export function matrixValues(system: CiSystem, root: YamlMap, { text, place }: Pick<YamlScalar, 'text' | 'place'>) {
  const [, ofGithub, inner, ofOthers] = WHOLE.exec(text) ?? [];
  const name = ofGithub ?? ofOthers;
  if (name === undefined || (system === 'github') === (ofGithub === undefined)) return [];
  const jobs = system === 'github' ? child(root, 'jobs') : root;
  const job = jobs?.kind === 'map' ? jobs.pairs.find((p) => isAround(p.value, place.start))?.value : undefined;
  const matrix =
    system === 'github'
      ? child(child(job, 'strategy'), 'matrix')
      : system === 'gitlab'
        ? child(child(job, 'parallel'), 'matrix')
        : child(root, 'matrix');
  const include = system === 'gitlab' ? undefined : child(matrix, 'include');
  return [matrix, include].flatMap(itemsOf).flatMap((entry) =>
    itemsOf(child(entry, name)).flatMap((value) => {
      const image = inner === undefined ? value : child(value, inner);
      return image?.kind === 'scalar' && image.text !== '' ? [image] : [];
    }),
  );
}

const itemsOf = (node: YamlNode | undefined): YamlNode[] => (node?.kind === 'list' ? node.items : node ? [node] : []);

const isAround = ({ place }: YamlNode, at: number): boolean => place.start <= at && at < place.end;
