/** Tools for debugging that a Flask application takes along. */
import { nameOf, type PythonModule } from '../documents/python/pythonModule';
import type { Span } from '../documents/python/syntax';
import { once } from '../once';
import { isForDevelopment, usesFlask } from './appSettings';

interface DebugTool {
  place: Span;
  /** As people call it. */
  tool: string;
  /** It waits for somebody at a terminal. */
  stops: boolean;
  /** It is not given to an application here. */
  isMadeOnly: boolean;
}

const TOOLS: readonly [RegExp, string][] = [
  [/^flask_?debug_?toolbar\.DebugToolbarExtension$|^flaskext\.debugtoolbar\.\w+$/i, 'DebugToolbarExtension'],
  [/^werkzeug\.debug\.DebuggedApplication$/, 'DebuggedApplication'],
  [/^werkzeug\.(?:middleware|contrib)\.profiler\.ProfilerMiddleware$/, 'ProfilerMiddleware'],
  [/^flask_profiler\.(?:init_app|Profiler)$/, 'flask_profiler'],
];
const STOPS = /^(?:i?pdb|pudb|ipdb|rpdb|remote_pdb|web_pdb)\.set_trace$/;

export function debugTools(module: PythonModule): DebugTool[] {
  if (!usesFlask(module)) return [];
  return module.calls.flatMap(({ node, ...context }): DebugTool[] => {
    const name = nameOf(module, node.callee) ?? '';
    if (isForDevelopment(module, context)) return [];
    if (STOPS.test(name) || name === 'breakpoint')
      return [{ place: node, tool: name.replace(/^\.+/, ''), stops: true, isMadeOnly: false }];
    const tool = TOOLS.find(([pattern]) => pattern.test(name))?.[1];
    if (tool) return [{ place: node, tool, stops: false, isMadeOnly: node.args.length === 0 && !isGiven(module) }];
    return [];
  });
}

/** `toolbar.init_app(app)` that asks nothing before. */
const isGiven = once((module: PythonModule): boolean =>
  module.calls.some(({ node, ...context }) => {
    const name = nameOf(module, node.callee) ?? '';
    return /(?:toolbar|profiler|debug\w*)\.init_app$/i.test(name) && !isForDevelopment(module, context);
  }),
);
