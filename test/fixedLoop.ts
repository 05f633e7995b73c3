/** Work of a fixed amount: what costs so many times as much does so on any machine. */
export function fixedLoop(): number {
  const seen = new Map<string, number>();
  let hash = 0;
  for (let i = 0; i < 200_000; i++) {
    const word = `word-${i % 5000}`;
    seen.set(word, (seen.get(word) ?? 0) + 1);
    hash = (Math.imul(hash, 31) + word.charCodeAt(i % word.length)) | 0;
  }
  return hash + seen.size;
}
