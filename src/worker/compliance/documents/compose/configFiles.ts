/** The files that a compose file gives its services: `configs` with their text in `content`. */
import type { HeldFile } from '../heldFile';
import { child, type YamlNode } from '../yaml/yamlTree';
import { servicesOf } from './composeRoot';
import { composeText } from './composeText';

/** Each by the paths that services have it under, else by its own name. */
export function configFiles(uri: string, text: string, root: YamlNode | undefined): HeldFile[] {
  const configs = child(root, 'configs');
  if (configs?.kind !== 'map') return [];
  const targets = targetsIn(root);
  return configs.pairs.flatMap(({ key, value }): HeldFile[] => {
    const content = child(value, 'content');
    return content?.kind === 'scalar' && content.place.uri === uri
      ? [
          {
            names: [...(targets.get(key) ?? []), key],
            language: '',
            content: composeText(text, content.place),
            isPart: false,
            inImage: true,
          },
        ]
      : [];
  });
}

function targetsIn(root: YamlNode | undefined): Map<string, string[]> {
  const targets = new Map<string, string[]>();
  for (const { value } of servicesOf(root)?.pairs ?? []) {
    const uses = child(value, 'configs');
    for (const use of uses?.kind === 'list' ? uses.items : []) {
      const [source, target] = [child(use, 'source'), child(use, 'target')];
      if (source?.kind !== 'scalar' || target?.kind !== 'scalar') continue;
      const known = targets.get(source.text);
      if (known) known.push(target.text);
      else targets.set(source.text, [target.text]);
    }
  }
  return targets;
}
