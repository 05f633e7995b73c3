/** What a Flask application says of the size of uploads. */
import { nameOf, type PythonModule } from '../documents/python/pythonModule';
import type { Is, Span } from '../documents/python/syntax';
import { storedUploads } from './uploadedFiles';

/** Where files of visitors are taken, the first one first. */
export const takesUploads = (module: PythonModule): Span[] =>
  [
    ...module.members.flatMap(({ node }) =>
      node.is === 'attribute' && /(?:^|\.)request\.files$/.test(nameOf(module, node) ?? '') ? [node] : [],
    ),
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
    target.is === 'name' && value.is === 'call' && nameOf(module, value.callee) === 'flask.Flask'
      ? [{ name: target.name, call: value, statement }]
      : [],
  );
