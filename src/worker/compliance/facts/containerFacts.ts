/** Containers and the images they pull. */
import type { Container } from '../model/container';
import { referenceOf } from '../model/imageReference';
import type { ImageUse } from '../model/imageUse';
import { withTag } from '../readings/imageCommand';
import type { Facts } from './facts';

/** An image that is built here only gets its name, and is not pulled. */
export function containerFacts(
  containers: Container[],
  built: ReadonlySet<string> = new Set(),
): Required<Pick<Facts, 'container' | 'image'>> {
  const own = new Set([
    ...built,
    ...containers.flatMap((c) => (c.built && c.image ? [withTag(c.image.resolved)] : [])),
  ]);
  const images = containers.flatMap((container): ImageUse[] => {
    const { image, built: isBuilt, name: service, ofJob, origin, server, stays } = container;
    if (!image || isBuilt || own.has(withTag(image.resolved))) return [];
    return [
      { value: image, reference: referenceOf(image), service, ofJob, passes: origin === 'run' && !server && !stays },
    ];
  });
  return { container: containers, image: images };
}
