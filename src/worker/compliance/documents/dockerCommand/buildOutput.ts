/**
 * Where the result of an image build goes: files and caches are no image (docker buildx build,
 * `--output`).
 */

const OPTION = /^(?:-o=?|--output=)(.+)$/s;
const OVERRIDE = /\.output=(.+)$/s;
/** Only tells what would be done. */
const DRY = /^--(?:check|(?:print|list)(?:=.*)?|call=(?!build$).*)$/;

/**
 * `words` are those behind the verb. Several outputs make no image only when none of them is one.
 */
export function makesNoImage(words: readonly string[]): boolean {
  if (words.some((w, i) => DRY.test(w) || (w === '--call' && words[i + 1] !== 'build'))) return true;
  const outputs = words.flatMap((word, i) => {
    const before = words[i - 1];
    if (before === '-o' || before === '--output') return [word];
    return (before === '--set' ? OVERRIDE : OPTION).exec(word)?.slice(1) ?? [];
  });
  return outputs.length > 0 && outputs.every(isNoImage);
}

/**
 * `type=local,dest=x`, `type=tar`, `type=cacheonly`, and a path alone, which stands for `local` or,
 * as `-`, for `tar`.
 */
export function isNoImage(output: string): boolean {
  const fields = output
    .replace(/^["']|["']$/g, '')
    .split(',')
    .map((field) => field.trim());
  const type = fields.find((field) => field.startsWith('type='))?.slice('type='.length);
  return type === undefined ? !fields.some((field) => field.includes('=')) : /^(?:local|tar|cacheonly)$/.test(type);
}
