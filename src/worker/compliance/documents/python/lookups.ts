/** What functions of a Python module hold, found without going over the module each time. */
import { once } from '../../once';
import { functionsAround, type PythonModule } from './pythonModule';
import type { FunctionStatement } from './syntax';

const byName = once(({ functions }: PythonModule) => {
  const out = new Map<string, FunctionStatement>();
  for (const { node } of functions) if (!out.has(node.name)) out.set(node.name, node);
  return out;
});

/** The first function of that name, methods among them. */
export const functionNamed = (module: PythonModule, name: string): FunctionStatement | undefined =>
  byName(module).get(name);

const byFunction = once((module: PythonModule) => groups(module.calls));
const comparedByFunction = once((module: PythonModule) =>
  groups(module.binaries.filter(({ node }) => /^(?:not )?in$|^[!=]=$/.test(node.operator))),
);

/** The calls in a function and in the functions in it; without one, those outside of all. */
export const callsIn = (module: PythonModule, of: FunctionStatement | undefined): PythonModule['calls'] =>
  byFunction(module).get(of) ?? [];

/** The same of `==`, `!=`, `in` and `not in`. */
export const comparisonsIn = (module: PythonModule, of: FunctionStatement | undefined): PythonModule['binaries'] =>
  comparedByFunction(module).get(of) ?? [];

/** Of functions in functions in functions the outer ones hear no more. */
const MAX_DEPTH = 5;

function groups<T extends Parameters<typeof functionsAround>[0]>(
  found: readonly T[],
): Map<FunctionStatement | undefined, T[]> {
  const out = new Map<FunctionStatement | undefined, T[]>();
  for (const each of found) {
    const around = functionsAround(each);
    for (const of of around.length === 0 ? [undefined] : around.slice(0, MAX_DEPTH)) {
      const before = out.get(of);
      if (before) before.push(each);
      else out.set(of, [each]);
    }
  }
  return out;
}
