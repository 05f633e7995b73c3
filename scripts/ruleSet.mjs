// The hash by which the lines of the operation log name the set of rules, as reports do: bundled
// and asked, because a build has no other way to know it.
import { createRequire } from 'node:module';
import * as esbuild from 'esbuild';
import { root } from './run.mjs';

export async function ruleSet() {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: `export { ruleSetHash } from './src/worker/compliance/assess/ruleSet';
        export { rules } from './src/worker/compliance/rules/index';`,
      resolveDir: root,
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    logLevel: 'warning',
  });
  const module = { exports: {} };
  const require = createRequire(import.meta.url);
  new Function('module', 'exports', 'require', outputFiles[0].text)(module, module.exports, require);
  return module.exports.ruleSetHash(module.exports.rules);
}
