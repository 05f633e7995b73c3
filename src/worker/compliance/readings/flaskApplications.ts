/** Where a Python module makes an application of Flask or Quart. */
import { nameOf, type PythonModule } from '../documents/python/pythonModule';
import type { Is, Span } from '../documents/python/syntax';

/** `Flask(__name__)` */
export const makesApplication = (module: PythonModule, { callee }: Is<'call'>): boolean =>
  /^(?:flask\.Flask|quart\.Quart)$/.test(nameOf(module, callee) ?? '');

/** The names that are called. */
export const flaskApplications = (module: PythonModule): Span[] =>
  module.calls.flatMap(({ node }) => (makesApplication(module, node) ? node.callee : []));
