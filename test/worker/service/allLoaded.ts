/** Files of which all is known from the start. */
import type { WorkspaceFiles } from '../../../src/worker/compliance/files';
import type { LoadableFiles } from '../../../src/worker/compliance/index';

export const allLoaded = (files: WorkspaceFiles): LoadableFiles => ({
  ...files,
  isKnown: () => true,
  load: async () => undefined,
});
