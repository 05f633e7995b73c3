/**
 * What the client's settings say of a document: asked for once a workspace folder, whose files
 * share them.
 */
import { DEFAULT_SETTINGS, folderAround, type Settings } from '../compliance/index';

export interface SettingsOf {
  (uri: string): Promise<Settings>;
  /** What holds for one document, or everything. */
  forget(uri?: string): void;
}

/** @param ask undefined: the client has no settings */
export function settingsOf(
  ask: ((scope: string) => Promise<Partial<Settings> | null>) | undefined,
  folders: () => readonly string[],
): SettingsOf {
  const known = new Map<string, Promise<Settings>>();
  const scopeOf = (uri: string) => folderAround(uri, folders()) ?? uri;
  const of = (uri: string) => {
    const scope = scopeOf(uri);
    const settings =
      known.get(scope) ??
      (ask ? ask(scope).then((said) => ({ ...DEFAULT_SETTINGS, ...said })) : Promise.resolve(DEFAULT_SETTINGS));
    known.set(scope, settings);
    return settings;
  };
  return Object.assign(of, {
    forget: (uri?: string) => void (uri === undefined ? known.clear() : known.delete(scopeOf(uri))),
  });
}
