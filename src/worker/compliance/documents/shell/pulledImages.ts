/** What `docker pull` and its like name. */
import { textValue, type Value } from '../../model/value';
import { ENGINES } from '../dockerCommand/dockerRunOptions';
import type { Script } from './script';

export function pulledImages({ commands, uri, text }: Script): Value[] {
  return commands.flatMap(({ name, words }) => {
    const verb = words[1]?.known === 'image' ? 2 : 1;
    if (!ENGINES.has(name) || words[verb]?.known !== 'pull') return [];
    const image = words
      .slice(verb + 1)
      .find((w, i, rest) => !w.resolved.startsWith('-') && rest[i - 1]?.resolved !== '--platform');
    if (!image) return [];
    const place = { uri, start: image.start, end: image.end };
    return [textValue(text.slice(place.start, place.end), image.resolved, place)];
  });
}
