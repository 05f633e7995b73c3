/** Small WebAssembly modules of ours (src/wasm), which are part of the bundle, and their memory. */

/** What every module exports. */
interface Module {
  memory: { buffer: ArrayBuffer; grow(pages: number): number };
  /** First byte of the memory that is the caller's. */
  freeAt(): number;
}

interface Room {
  /** All of the memory; anew after `take` or `put`. */
  bytes(): Uint8Array;
  /** Sets aside so many bytes, whatever is in them; returns their place. */
  take(size: number): number;
  /** Sets aside room for these bytes and copies them there; returns their place. */
  put(bytes: Uint8Array): number;
}

declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { exports: unknown };
};

const PAGE = 65_536;
/** Memory never shrinks: an instance with more is let go. */
const KEEP = 64 * 1024 * 1024;

/**
 * @param base64 the compiled module
 * @returns a function that lends the module to its argument, whose the memory is until it returns;
 * made at its first call
 */
export function kernel<Exports>(base64: string): <T>(work: (module: Exports & Room) => T) => T {
  let compiled: object | undefined;
  let kept: (Exports & Module) | undefined;
  return (work) => {
    compiled ??= new WebAssembly.Module(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)));
    kept ??= new WebAssembly.Instance(compiled).exports as Exports & Module;
    const { memory } = kept;
    let free = kept.freeAt();
    const bytes = () => new Uint8Array(memory.buffer);
    const take = (size: number) => {
      const at = free;
      free = (at + size + 31) & ~15;
      const missing = free - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
      return at;
    };
    const put = (data: Uint8Array) => {
      const at = take(data.length);
      bytes().set(data, at);
      return at;
    };
    let isDone = false;
    try {
      const result = work({ ...kept, bytes, take, put });
      isDone = true;
      return result;
    } finally {
      // One that threw is not used again: nobody knows what it left behind.
      if (!isDone || memory.buffer.byteLength > KEEP) kept = undefined;
    }
  };
}
