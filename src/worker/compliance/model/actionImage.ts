/**
 * Whether GitHub runs the image as a step of workflows, which it does with the rights of root
 * alone: without them the step cannot write its workspace.
 */
import { resolveBeside, type WorkspaceFiles } from '../files';

/** How the image of an action was described before `action.yml` was. */
const LABELLED = /^[ \t]*LABEL[ \t]+["']?com\.github\.actions\./im;
const OF_ACTION = /^[ \t]+using:[ \t]*["']?docker\b/m;
const NAMES = ['action.yml', 'action.yaml'];

export const isActionImage = (uri: string, text: string, files: WorkspaceFiles): boolean =>
  LABELLED.test(text) || NAMES.some((name) => OF_ACTION.test(files.text(resolveBeside(uri, name) ?? '') ?? ''));
