/** The same as `once` for a thing in another one, such as a class of a module. */
import { getOrMake } from './getOrMake';
import { once } from './once';

export function onceIn<O extends object, K extends object, T>(make: (of: O, key: K) => T): (of: O, key: K) => T {
  const known = once((_: O) => new Map<K, { value: T }>());
  return (of, key) => getOrMake(known(of), key, () => ({ value: make(of, key) })).value;
}
