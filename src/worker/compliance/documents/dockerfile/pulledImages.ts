/** The images that a Dockerfile pulls: in FROM, `COPY --from=`, `RUN --mount=from=`. */
import { parseImageReference } from '../../model/imageReference';
import type { ImageUse } from '../../model/imageUse';
import { type Place, textValue } from '../../model/value';
import { once } from '../../once';
import { variablesOf } from './declaredVariables';
import type { DockerInstruction } from './dockerfile';
import { mountsOf } from './runMount';
import type { Dockerfile, Stage } from './stages';

/**
 * Stages of the file itself, `scratch` and names behind variables are left out.
 * @param of the stages that are looked at
 */
export function dockerfileImages(file: Dockerfile, of: Iterable<Stage> = file.stages): ImageUse[] {
  const bases = [...of].flatMap(({ image, base }) =>
    !image || base || image.resolved.toLowerCase() === 'scratch'
      ? []
      : [{ value: image, reference: parseImageReference(image.resolved) }],
  );
  const stages = new Set(file.stages.flatMap(({ name, index }) => [name, String(index)]));
  const others = [...of].flatMap(({ instructions }) =>
    instructions.flatMap((outer) =>
      sourcesOf(outer.trigger ?? outer).flatMap(({ text, place, entry }) => {
        if (text === '' || text.includes('$') || stages.has(text.toLowerCase())) return [];
        return [{ value: textValue(text, text, place, entry), reference: parseImageReference(text) }];
      }),
    ),
  );
  return [...bases, ...others].map((use) => ({
    ...use,
    service: undefined,
    setAt: (name) => (Object.hasOwn(file.args, name) ? file.builtAt : globalArguments(file).get(name)),
  }));
}

/** Of several declarations before the first FROM the last one holds. */
const globalArguments = once(({ instructions, uri }: Dockerfile): ReadonlyMap<string, Place> => {
  const from = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  const declared = instructions.slice(0, from).flatMap((instruction) => variablesOf(uri, instruction));
  return new Map(declared.flatMap(({ name, namePlace, raw }) => (raw === undefined ? [] : [[name, namePlace]])));
});

function sourcesOf(instruction: DockerInstruction): { text: string; place: Place; entry: Place }[] {
  const { keyword, flags } = instruction;
  if (keyword === 'RUN') {
    return mountsOf(instruction).flatMap(({ options, place: entry }) => {
      const from = options.get('from');
      return from ? [{ text: from.value, place: { ...entry, ...from.place }, entry }] : [];
    });
  }
  return (keyword === 'COPY' ? flags : []).flatMap(({ name, value, place }) => {
    if (name !== 'from' || value === undefined) return [];
    return [{ text: value, place: { ...place, start: place.end - value.length }, entry: place }];
  });
}
