/** Python of web applications: what is imported, called and set in it (fact T24). */
import { concernsDeployment } from '../../protocol/deploymentFiles';
import { inlineTemplates } from '../documents/jinja/inlineTemplates';
import { readModule } from '../documents/python/readModule';
import type { Facts } from '../facts/facts';
import { type FileKind, hashComment } from '../fileKind';
import { pythonRetentions } from '../readings/pythonRetention';

export const python: FileKind = {
  // Set-up of tests.
  except: /^conftest\.py$/i,
  comment: hashComment,
  read: (document) => factsOf(document, false),
  readPart: (document) => factsOf(document, true),
};

/** Reading takes a grammar that most workspaces never need. */
function factsOf({ uri, text }: { uri: string; text: string }, isExcerpt: boolean): Facts {
  if (!concernsDeployment('python', text)) return { python: [] };
  const module = readModule(uri, text, isExcerpt);
  return { python: [module], logRetention: pythonRetentions(module), held: inlineTemplates(module) };
}
