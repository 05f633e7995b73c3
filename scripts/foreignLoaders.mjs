// Plugins of esbuild that take out of the loaders of others' WebAssembly what nobody here may do:
// reach for an address, make code of text, hand every function of the program to the module.
import { readFile } from 'node:fs/promises';

/** A plugin that changes the text of these files; `changed` throws where it does not know the text. */
const changing = (name, filter, changed) => ({
  name,
  setup(build) {
    build.onLoad({ filter }, async ({ path }) => ({ contents: changed(await readFile(path, 'utf8')), loader: 'js' }));
  },
});

function replacedOnce(text, pattern, replacement) {
  const parts = text.split(pattern);
  if (parts.length !== 2) throw new Error(`${parts.length - 1} places in the loader look like ${pattern}`);
  return parts.join(replacement);
}

/** zxing-wasm names a CDN for its .wasm when none is given: the default address goes. */
export const noCdn = changing('no-cdn', /zxing-wasm[\\/]dist[\\/].*\.js$/, (text) =>
  text.replace(/https:\/\/[\w.]*jsdelivr\.net\/[^`"']*?(?=\$\{|[`"'])/g, 'never:'),
);

/**
 * Emscripten's loader of the WebP decoder puts its two kinds of callers together as text; these are
 * the same as functions, as `-sDYNAMIC_EXECUTION=0` has them. And the module makes its answer with
 * two functions that it asks for by name: it gets those, whatever becomes of its memory.
 */
export const webpLoader = changing('webp-loader', /icodec[\\/]dist[\\/]webp-dec\.js$/, (text) =>
  [
    [
      /var emval_get_global=.*?(?=var __emval_get_global=)/,
      'var emval_get_global=()=>({__proto__:null,Uint8ClampedArray,_icodec_ImageData:globalThis._icodec_ImageData});',
    ],
    [
      /function newFunc\(.*?(?=var ensureOverloadTable=)/,
      `function craftInvokerFunction(name, types, classType, invoke, target) {
        const [answerType, , ...givenTypes] = types;
        return (...given) => {
          const destructors = [];
          const wires = givenTypes.map((type, i) => type.toWireType(destructors, given[i]));
          const answer = invoke(target, ...wires);
          runDestructors(destructors);
          return answerType.fromWireType(answer);
        };
      }`,
    ],
    [
      /var __emval_get_method_caller=.*?(?=var __emval_incref=)/,
      `var __emval_get_method_caller = (count, at, kind) => {
        const [answerType, ...types] = emval_lookupTypes(count, at);
        return emval_addMethodCaller((self, wanted, destructors, from) => {
          const given = types.map((type) => {
            const value = type.readValueFromPointer(from);
            from += type.argPackAdvance;
            return value;
          });
          const answer = kind === 1 ? Reflect.construct(wanted, given) : wanted.apply(self, given);
          return answerType.isVoid ? undefined : emval_returnValue(answerType, destructors, answer);
        });
      };`,
    ],
  ].reduce((changed, [pattern, replacement]) => replacedOnce(changed, pattern, replacement), text),
);
