/** Python of web applications: what is imported, called and set in it (fact T24). */
import { concernsDeployment } from '../../protocol/deploymentFiles';
import { readModule } from '../documents/python/readModule';
import { type FileKind, hashComment } from '../fileKind';
import { pythonRetentions } from '../readings/pythonRetention';

export const python: FileKind = {
  // Set-up of tests.
  except: /^conftest\.py$/i,
  comment: hashComment,
  // Reading takes a grammar that most workspaces never need.
  read({ uri, text }) {
    if (!concernsDeployment('python', text)) return { python: [] };
    const module = readModule(uri, text);
    return { python: [module], logRetention: pythonRetentions(module) };
  },
  read: ({ uri, text }) => ({ python: concernsDeployment('python', text) ? [readModule(uri, text)] : [] }),
  readPart: ({ uri, text }) => ({ python: concernsDeployment('python', text) ? [readModule(uri, text, true)] : [] }),
};
