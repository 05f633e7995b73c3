/**
 * The one loader of our bundles: `require` that runs a file only when it is the one that was shipped.
 * It is read once: what is run is what was looked at, whatever happens to the file in between.
 */
import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type * as Vm from 'node:vm';
import { readShipped } from './readShipped';

const PARAMETERS = ['exports', 'require', 'module', '__filename', '__dirname'];

/**
 * What the bundle exports. It is loaded once, whoever asks.
 * @param file its absolute path
 * @param sum its SHA-256, as for `readShipped`. Throws as that does, and what the bundle throws
 */
export function loadShipped(file: string, sum: string): unknown {
  const require = createRequire(file);
  const known = require.cache[file];
  if (known) return known.exports;
  const text = readShipped(file, sum).toString('utf8');
  const { compileFunction } = require('node:vm') as typeof Vm;
  const module = new Module(file);
  module.filename = file;
  require.cache[file] = module;
  try {
    const run = compileFunction(text, PARAMETERS, { filename: file });
    Reflect.apply(run, module.exports, [module.exports, require, module, file, dirname(file)]);
  } catch (error) {
    delete require.cache[file];
    throw error;
  }
  module.loaded = true;
  return module.exports;
}
