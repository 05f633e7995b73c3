/** Whether another module of an application takes a module's settings for those of Flask. */
import type { Deployment } from '../deployment/deployment';
import { nameOf, type PythonModule } from '../documents/python/pythonModule';
import type { Expression } from '../documents/python/syntax';
import { fileName } from '../files';

const LOADS = /\bfrom_(?:object|pyfile)\b/;

/** `app.config.from_object('config.ProductionConfig')`, of an imported class or dict, `from_pyfile('config.py')`. */
export function isLoadedByFlask({ uri }: PythonModule, deployment: Deployment): boolean {
  const stem = fileName(uri).replace(/\.py$/, '');
  const name = stem === '__init__' ? fileName(uri.slice(0, uri.lastIndexOf('/'))) : stem;
  return deployment.all('python', LOADS).some((module) =>
    module.calls.some(({ node: { callee, args } }) => {
      if (callee.is !== 'attribute' || !/^from_(?:object|pyfile)$/.test(callee.name) || !args[0]) return false;
      return partsOfName(module, args[0].value).includes(name);
    }),
  );
}

/** `config[name]` is of `config`. */
function partsOfName(module: PythonModule, expression: Expression): string[] {
  const of = expression.is === 'subscript' ? expression.object : expression;
  const told = of.is === 'string' ? of.text : of.is === 'call' ? nameOf(module, of.callee) : nameOf(module, of);
  return (told ?? '').replace(/\.py$/, '').split(/[./]/);
}
