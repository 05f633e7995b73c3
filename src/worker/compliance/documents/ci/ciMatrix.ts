/**
 * The values that a matrix gives an image: GitHub's `strategy.matrix`, GitLab's `parallel.matrix`,
 * Woodpecker's `matrix`.
 */
import { lastAtOrBefore } from '../../lastAtOrBefore';
import { child, isAround, itemsOf, type YamlMap, type YamlNode, type YamlScalar } from '../yaml/yamlTree';
import type { CiSystem } from './ciSystem';

/** The whole image is one value of the matrix. */
const WHOLE = /^(?:\$\{\{\s*matrix\.([\w-]+)(?:\.([\w-]+))?\s*\}\}|\$\{?(\w+)\}?)$/;

/** Of images that are one name of a matrix which stands here, each value once. */
export function matrixValues(
  system: CiSystem,
  root: YamlMap,
  images: readonly Pick<YamlScalar, 'text' | 'place'>[],
): Set<YamlScalar> {
  const jobs = system === 'github' ? child(root, 'jobs') : root;
  const bodies = jobs?.kind === 'map' ? [...new Set(jobs.pairs.map(({ value }) => value))] : [];
  bodies.sort((a, b) => a.place.start - b.place.start);
  const starts = bodies.map(({ place }) => place.start);
  /** By matrix: names that were asked for. */
  const asked = new Map<YamlNode, Set<string>>();
  const values = new Set<YamlScalar>();
  for (const { text, place } of images) {
    const [, ofGithub, inner, ofOthers] = WHOLE.exec(text) ?? [];
    const name = ofGithub ?? ofOthers;
    if (name === undefined || (system === 'github') === (ofGithub === undefined)) continue;
    const body = bodies[lastAtOrBefore(starts, place.start)];
    const matrix = matrixOf(system, root, body && isAround(body, place.start) ? body : undefined);
    if (!matrix) continue;
    const names = asked.get(matrix) ?? new Set();
    asked.set(matrix, names);
    const whole = `${name}.${inner ?? ''}`;
    if (names.has(whole)) continue;
    names.add(whole);
    const include = system === 'gitlab' ? undefined : child(matrix, 'include');
    for (const entry of [matrix, include].flatMap(itemsOf))
      for (const value of itemsOf(child(entry, name))) {
        const image = inner === undefined ? value : child(value, inner);
        if (image?.kind === 'scalar' && image.text !== '') values.add(image);
      }
  }
  return values;
}

function matrixOf(system: CiSystem, root: YamlMap, job: YamlNode | undefined): YamlNode | undefined {
  if (system === 'github') return child(child(job, 'strategy'), 'matrix');
  return system === 'gitlab' ? child(child(job, 'parallel'), 'matrix') : child(root, 'matrix');
}
