/**
 * The fix that SEC rules share: a literal in a compose `environment` gives way to a variable that
 * must be set.
 */
import type { Container, EnvironmentEntry } from '../../model/container';
import type { Edit } from '../../model/value';

/**
 * `NAME: value` → `NAME: "${NAME:?}"`; undefined where a variable, a shared anchor or a run line
 * stands.
 */
export const requireVariable = (container: Container, entry: EnvironmentEntry): Edit[] | undefined =>
  /^[A-Za-z_]\w*$/.test(entry.name) ? writeValue(container, entry, `\${${entry.name}:?}`) : undefined;

/** Another text for the value of a map or a list. */
export function writeValue(
  { origin, writer }: Container,
  { name, value, place }: EnvironmentEntry,
  text: string,
): Edit[] | undefined {
  if (origin !== 'compose' || !value || value.raw.includes('$')) return undefined;
  const listed = value.place.end < place.end || value.place.start - place.start === name.length + 1;
  return listed ? writer.replace({ ...value, place }, `${name}=${text}`) : writer.replace(value, text);
}
