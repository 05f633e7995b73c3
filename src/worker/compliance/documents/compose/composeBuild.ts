/** Where the image of a service is built from: a Dockerfile beside the file, or one within it. */
import { resolveBeside } from '../../files';
import type { Container } from '../../model/container';
import type { Place } from '../../model/value';
import type { Excerpt } from '../text/excerpt';
import { child, type YamlMap, type YamlNode } from '../yaml/yamlTree';
import { composeText } from './composeText';
import { listValues, type ServiceReader, scalarValue } from './composeValues';

/** A `dockerfile_inline`. */
export interface InlineDockerfile {
  target: string | undefined;
  args: Record<string, string | undefined>;
  /** Literal lines without `$$`, as they stand in the file. */
  lines: { text: string; base: number; indent: number } | undefined;
  /** The text as compose hands it on. */
  excerpt: Excerpt;
}

/** Names the container's Dockerfile; answers one that stands within the file. */
export function readBuild(reader: ServiceReader, container: Container, map: YamlMap): InlineDockerfile | undefined {
  const build = child(map, 'build');
  if (!build) return undefined;
  const { uri, text } = reader.service;
  const scalar = (key: string) => scalarValue(reader, child(build, key))?.known;
  const context = build.kind === 'scalar' ? scalarValue(reader, build)?.known : (scalar('context') ?? '.');
  const target = scalar('target');
  const args = argsOf(reader, build);
  const inline = child(build, 'dockerfile_inline');
  if (inline?.kind === 'scalar') {
    if (inline.place.uri !== uri) return undefined;
    const escaped = text.slice(inline.place.start, inline.place.end).includes('$$');
    return {
      target,
      args,
      lines: escaped ? undefined : blockBody(text, inline.place),
      excerpt: composeText(text, inline.place),
    };
  }
  if (context === undefined) return undefined;
  // Version 1 names it beside `build`.
  const named = [build, map].find((node) => child(node, 'dockerfile'));
  const name = named ? scalarValue(reader, child(named, 'dockerfile'))?.known : 'Dockerfile';
  const dockerfile = name === undefined ? undefined : resolveBeside(uri, `${context.replace(/\/$/, '')}/${name}`);
  if (dockerfile) container.dockerfile = { uri: dockerfile, target, args };
  return undefined;
}

/** A name alone is of the environment: where that has none, the Dockerfile's own value holds. */
function argsOf(reader: ServiceReader, build: YamlNode): Record<string, string | undefined> {
  const args = child(build, 'args');
  if (args?.kind === 'map')
    return Object.fromEntries(
      args.pairs.flatMap(({ key, value }) =>
        value.kind === 'scalar' && value.isNull ? [] : [[key, scalarValue(reader, value)?.known]],
      ),
    );
  return Object.fromEntries(
    listValues(reader, build, 'args').flatMap(({ resolved, known }) => {
      const equals = resolved.indexOf('=');
      return equals < 0 ? [] : [[resolved.slice(0, equals), known?.slice(equals + 1)]];
    }),
  );
}

/**
 * The lines of a literal block scalar as they stand in the file, indentation included: offsets stay
 * true.
 */
function blockBody(text: string, place: Place): { text: string; base: number; indent: number } | undefined {
  if (text[place.start] !== '|') return undefined;
  const base = text.indexOf('\n', place.start) + 1;
  return base > 0 && base < place.end
    ? { text: text.slice(base, place.end), base, indent: /^ */.exec(text.slice(base))![0].length }
    : undefined;
}
