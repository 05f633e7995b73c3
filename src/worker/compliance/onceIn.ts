/** The same as `once` for a thing in another one, such as a class of a module. */
import { once } from './once';

export function onceIn<O extends object, K extends object, T>(make: (of: O, key: K) => T): (of: O, key: K) => T {
  const known = once((of: O) => once((key: K) => make(of, key)));
  return (of, key) => known(of)(key);
}
