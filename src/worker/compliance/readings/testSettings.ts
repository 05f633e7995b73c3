/** Settings of a Python application that are those of its tests. */
import { knownOf } from '../documents/python/constant';
import type { Context, PythonModule } from '../documents/python/pythonModule';
import { once } from '../once';
import { settingsOf } from './appSettings';

/** `TESTING = True` beside it. Names of functions say so to `isForDevelopment`. */
export const isOfTests = (module: PythonModule, { scope }: Context): boolean => testedScopes(module).has(scope);

const testedScopes = once(
  (module: PythonModule) =>
    new Set(
      settingsOf(module).flatMap(({ key, value, scope }) =>
        key === 'TESTING' && knownOf(module, value, scope)?.value === true ? scope : [],
      ),
    ),
);
