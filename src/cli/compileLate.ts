/** What the command line wants of V8: its processes live for a moment, or for some pictures. */
import { setFlagsFromString } from 'node:v8';

/**
 * WebAssembly is compiled a second time, to faster code, only when it has run for long: Node 20
 * does so after 1,800,000 bytes of code, which the first look at a small picture passes with half
 * of the decoder; V8 has raised it to 13,000,000 itself since. A function that is never called is
 * not validated either. To be called before the first module is compiled; threads follow it.
 */
export function compileLate(): void {
  if (Number(process.versions.node.split('.')[0]) < 24)
    setFlagsFromString('--wasm-tiering-budget=20000000 --wasm-lazy-validation');
}
