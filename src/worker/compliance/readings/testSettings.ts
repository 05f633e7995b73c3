/** Settings of a Python application that are those of its tests. */
import { knownOf } from '../documents/python/constant';
import { type Context, functionsAround, type PythonModule } from '../documents/python/pythonModule';
import { once } from '../once';
import { settingsOf } from './appSettings';

/** `TESTING = True` beside it, or a function whose name says so. */
export const isOfTests = (module: PythonModule, { scope }: Context): boolean =>
  testedScopes(module).has(scope) || functionsAround({ scope }).some(({ name }) => /test/i.test(name));

const testedScopes = once(
  (module: PythonModule) =>
    new Set(
      settingsOf(module).flatMap(({ key, value, scope }) =>
        key === 'TESTING' && knownOf(module, value, scope)?.value === true ? scope : [],
      ),
    ),
);
