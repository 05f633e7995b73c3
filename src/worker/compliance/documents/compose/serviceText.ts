/** The text of a compose service as it is edited: where it stands, and what of it others share. */
import type { Place } from '../../model/value';
import type { YamlList, YamlMap, YamlPair } from '../yaml/yamlTree';
import type { ComposeText } from './composeDefinitions';

export type Owner = { list: YamlList; pair: YamlPair } | { map: YamlMap; pair: YamlPair };

export interface ServiceText {
  uri: string;
  text: string;
  /** Places that several services live on: never edited. */
  shared: Place[];
  /** The service's own key and value, before merging. */
  pair: YamlPair;
  /** The whole file. */
  file: ComposeText;
  /** Where each list item or pair hangs, by the identity of its place. */
  owners: Map<Place, Owner>;
  /** The same of maps that other services may share. */
  sharedOwners: ReadonlyMap<Place, Owner>[];
}

/** Whether an edit of the place changes this service alone. */
export function editable({ uri, shared }: ServiceText, { uri: own, start, end }: Place): boolean {
  return own === uri && !shared.some((s) => s.start < Math.max(end, start + 1) && start < s.end);
}
