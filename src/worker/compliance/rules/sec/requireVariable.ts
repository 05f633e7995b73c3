/** The fix that SEC rules share: a literal in a compose `environment` gives way to a variable that must be set. */
import type { Container, EnvironmentEntry } from '../../model/container';
import type { Edit } from '../../model/value';

/** `NAME: value` → `NAME: "${NAME:?}"`; undefined where a variable, a shared anchor or a run line stands. */
export function requireVariable({ origin, writer }: Container, { name, value, place }: EnvironmentEntry): Edit[] | undefined {
  if (origin !== 'compose' || !value || value.raw.includes('$') || !/^[A-Za-z_]\w*$/.test(name)) return undefined;
  const variable = `\${${name}:?}`;
  const listed = value.place.end < place.end || value.place.start - place.start === name.length + 1;
  return listed ? writer.replace({ ...value, place }, `${name}=${variable}`) : writer.replace(value, variable);
}
