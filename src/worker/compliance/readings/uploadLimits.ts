/** What a Flask application says of the size of uploads. */
import type { PythonModule } from '../documents/python/pythonModule';
import type { Is, Span } from '../documents/python/syntax';
import { makesApplication } from './flaskApplications';
import { isFiles, storedUploads } from './uploadedFiles';

/** Where files of visitors are taken, the first one first. */
export const takesUploads = (module: PythonModule): Span[] =>
  [
    ...module.members.flatMap(({ node }) => (isFiles(module, node) ? node : [])),
    ...storedUploads(module).map(({ call }) => call),
  ].sort((a, b) => a.start - b.start);

/** Asks for the length itself: `request.content_length > …`, `file.seek(0, 2)`, `len(data) > …`, `FileSize(…)`. */
export const asksForSize = (module: PythonModule): boolean =>
  module.binaries.some(
    ({ node }) =>
      /^[<>]=?$/.test(node.operator) &&
      /content_length|size|length|\blen\(|\btell\(|bytes/i.test(module.text.slice(node.start, node.end)),
  ) || module.imports.has('FileSize');

/** `app = Flask(__name__)`, with the name that the application has. */
export const applicationsMade = (module: PythonModule): { name: string; call: Is<'call'>; statement: Span }[] =>
  module.assignments.flatMap(({ target, value, statement }) =>
    target.is === 'name' && value.is === 'call' && makesApplication(module, value)
      ? [{ name: target.name, call: value, statement }]
      : [],
  );
