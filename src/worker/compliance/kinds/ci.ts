/** Pipelines of GitHub Actions, GitLab CI and the like. */
import { readPipeline } from '../documents/ci/ciYaml';
import { readScript } from '../documents/shell/readScript';
import { scriptFacts } from '../facts/scriptFacts';
import { yamlProblems } from '../facts/yamlProblems';
import { type FileKind, HOLDS_COMMANDS, hashComment } from '../fileKind';

export const ci: FileKind = {
  holds: HOLDS_COMMANDS,
  comment: hashComment,
  units: 'yaml',
  read(document) {
    const pipeline = readPipeline(document.uri, document.text);
    const script = { ...readScript('ci', document, pipeline.scripts), pipeline };
    const facts = scriptFacts(script, { ...pipeline, ofJob: ({ stays }) => !stays });
    return { ...facts, problems: [...yamlProblems(document.text, pipeline.problems), ...(facts.problems ?? [])] };
  },
};
