/** Templates of Jinja that stand as texts in a Python module: `render_template_string("…")`. */
import type { HeldFile } from '../heldFile';
import { givenTo } from '../python/constant';
import { openingOf } from '../python/literals';
import { argumentOf, nameOf, type PythonModule } from '../python/pythonModule';
import type { Expression } from '../python/syntax';
import { wholeExcerpt } from '../text/excerpt';

/** Compiles its text as a template. */
export const isRenderedText = (name: string): boolean => /^flask(?:\.templating)?\.render_template_string$/.test(name);

/** Those that are written as they are: a text with escapes, or of several parts, is left out. */
export function inlineTemplates(module: PythonModule): HeldFile[] {
  const found = new Map<number, HeldFile>();
  for (const { node, scope } of module.calls) {
    if (!isRenderedText(nameOf(module, node.callee) ?? '')) continue;
    const source = argumentOf(node, 'source', 0);
    const text = source?.is === 'name' ? givenTo(source.name, scope)?.value : source;
    const held = text && heldIn(module, text);
    if (held) found.set(text.start, held);
  }
  return [...found.values()];
}

function heldIn({ text }: PythonModule, expression: Expression): HeldFile | undefined {
  if (expression.is !== 'string') return undefined;
  const { prefix, quote } = openingOf(text.slice(expression.start, expression.end));
  const start = expression.start + prefix.length + quote.length;
  const body = text.slice(start, expression.end - quote.length);
  if (quote === '' || body !== expression.text) return undefined;
  const content = wholeExcerpt(body, start);
  // What ends the text cannot be written into it.
  const write = (added: string) => (added.includes(quote[0]!) || added.includes('\\') ? undefined : added);
  return { names: ['templates/inline.html'], language: '', content: { ...content, write }, isPart: true };
}
