/** What the language status says of a document. */
import { type Checked, summarize, switchedOff } from '../compliance/index';
import type { CheckedDocument } from '../protocol/checked';
import { kindRow } from '../protocol/fileKinds';

export function checkedDocument(uri: string, version: number, checked: Checked): CheckedDocument {
  const { findings, ms, profile, kind, config, isLeftOut } = checked;
  const { files: _, suppressed, unchanged, ...counts } = summarize([{ findings }]);
  const held = config && { uri: config.uri, isLeftOut, off: switchedOff(config.config) };
  const isNotChecked = kind === undefined || isLeftOut;
  const isKeptFromGit = kind !== undefined && kindRow(kind).isKeptFromGit === true;
  return {
    ...{ uri, version, counts, suppressed, unchanged, ms, profile, isNotChecked, isKeptFromGit },
    ...(held && { config: held }),
  };
}
