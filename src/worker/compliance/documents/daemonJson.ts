/** The settings of the Docker daemon (daemon.json): JSON, read as the YAML that it also is. */
import { parseYaml, type YamlNode } from './yaml';

export interface DaemonSettings {
  uri: string;
  text: string;
  root: YamlNode | undefined;
}

/** Never throws. */
export const readDaemonSettings = (uri: string, text: string): DaemonSettings => ({ uri, text, root: parseYaml(uri, text).root });
