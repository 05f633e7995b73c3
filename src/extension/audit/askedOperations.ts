/** Which requests are operations, and what the log tells of them; never what was sent or answered. */
import type { Draft } from '../../audit/entry';
import {
  decodeMethod,
  type EncodedText,
  encodeBytesMethod,
  encodeMethod,
  encodePayloadMethod,
  encodeSetMethod,
  type Method,
} from '../../worker/protocol/methods';
import { contentMark } from './contentMark';
import { endedBy } from './endedBy';
import type { Asked, Operation } from './operations';

type Reader<P, R> = (params: P, result: R) => Promise<Operation[]>;

const readers = new Map<string, { op: Draft['op']; read: Reader<never, never> }>();
function on<P, R>({ method }: Method<P, R>, op: Draft['op'], read: Reader<P, R>): void {
  readers.set(method, { op, read: read as Reader<never, never> });
}

on(encodeMethod, 'make', async (_, { items }) => [await making(items, 'make')]);
on(encodeSetMethod, 'make', async ({ text }, { items }) => [await making(items, 'make', text)]);
on(encodeBytesMethod, 'make', async ({ bytes }, { item }) => [await making([item], 'make', bytes)]);
on(encodePayloadMethod, 'make', async ({ kind }, { item }) => {
  const made = await making([item], 'form');
  return [{ ...made, detail: { ...made.detail, form: kind } }];
});
on(decodeMethod, 'read', async ({ pictures: asked }, { pictures }) =>
  Promise.all(
    pictures.map(async ({ symbols, error }, i): Promise<Operation> => {
      const { name = '', bytes } = asked[i] ?? {};
      // Whoever guesses a password can draw its symbol, and compare; what is no picture may be a key.
      const isSecret = error !== undefined || symbols.some(({ secret }) => secret);
      return {
        op: 'read',
        target: name,
        result: error ? 'failed' : symbols.length === 0 ? 'findings' : 'ok',
        ...(bytes && { content: await contentMark(bytes, isSecret) }),
        detail: { symbols: symbols.length, ...(error && { code: error.code }) },
      };
    }),
  ),
);
/** None for a request that is no operation. Targets are names, or addresses of files. */
export async function askedOperations({ method, params, result, code, ms }: Asked): Promise<Operation[]> {
  const reader = readers.get(method);
  if (!reader) return [];
  if (code !== undefined) return [{ op: reader.op, ms, ...endedBy({ code }) }];
  return (await reader.read(params as never, result as never)).map((operation) => ({ ...operation, ms }));
}

async function making(
  items: readonly EncodedText[],
  together: 'make' | 'form',
  whole?: string | Uint8Array,
): Promise<Operation> {
  const failed = items.filter(({ error }) => error);
  const isSecret = items.some(({ secret }) => secret);
  const [first] = items;
  const content = whole ?? items.map(({ text }) => text).join('\n');
  return {
    op: 'make',
    result: failed.length > 0 ? 'failed' : 'ok',
    together,
    content: await contentMark(content, isSecret),
    detail: {
      symbols: items.length - failed.length,
      ...(first?.symbol && { level: first.symbol.level, version: first.symbol.version }),
      ...(failed[0]?.error && { code: failed[0].error.code }),
    },
  };
}
