/** Pipelines of GitHub Actions, GitLab CI and the like. */
import { readPipeline } from '../documents/ci/ciYaml';
import { readScript } from '../documents/shell/readScript';
import { scriptFacts } from '../facts/scriptFacts';
import { yamlProblems } from '../facts/yamlProblems';
import { type FileKind, HOLDS_COMMANDS, hashComment } from '../fileKind';

/** The steps of an action, which lies in a repository of its own. */
const COMPOSITE = /^[ \t]+using:[ \t]*["']?composite\b/m;

export const ci: FileKind = {
  recognises: (name, text) => /^action\.ya?ml$/i.test(name) && COMPOSITE.test(text),
  holds: HOLDS_COMMANDS,
  comment: hashComment,
  units: 'yaml',
  read(document) {
    const pipeline = readPipeline(document.uri, document.text);
    const { lookup, places } = pipeline.names;
    const script = { ...readScript('ci', document, pipeline.scripts, lookup), pipeline, variables: () => places };
    const facts = scriptFacts(script, { ...pipeline, ofJob: ({ stays }) => !stays });
    return { ...facts, problems: [...yamlProblems(document.text, pipeline.problems), ...(facts.problems ?? [])] };
  },
};
