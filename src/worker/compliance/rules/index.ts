/** The only list of rules. */
import { documentTooLarge } from './doc/documentTooLarge';
import { suppressionSound } from './doc/suppressionSound';
import { unreadablePart } from './doc/unreadablePart';
import { noFloatingTag } from './img/noFloatingTag';
import { pinImageDigest } from './img/pinImageDigest';
import { bindPortToInterface } from './net/bindPortToInterface';
import type { Rule } from './rule';
import { declareNonRootUser } from './run/declareNonRootUser';
import { dropAllCapabilities } from './run/dropAllCapabilities';
import { hardenContainer } from './run/hardenContainer';
import { noDangerousCapability } from './run/noDangerousCapability';
import { noDisabledSecurityProfile } from './run/noDisabledSecurityProfile';
import { noHostDevice } from './run/noHostDevice';
import { noHostNamespace } from './run/noHostNamespace';
import { noHostNetwork } from './run/noHostNetwork';
import { noNeedlessNetBindService } from './run/noNeedlessNetBindService';
import { noNewPrivileges } from './run/noNewPrivileges';
import { noPrivileged } from './run/noPrivileged';
import { noRootUser } from './run/noRootUser';
import { readOnlyRootfs } from './run/readOnlyRootfs';

/** By id. */
export const rules: readonly Rule[] = [
  documentTooLarge,
  unreadablePart,
  suppressionSound,
  pinImageDigest,
  noFloatingTag,
  bindPortToInterface,
  hardenContainer,
  noRootUser,
  declareNonRootUser,
  readOnlyRootfs,
  dropAllCapabilities,
  noDangerousCapability,
  noNeedlessNetBindService,
  noPrivileged,
  noNewPrivileges,
  noDisabledSecurityProfile,
  noHostNetwork,
  noHostNamespace,
  noHostDevice,
];

/** By id or kebab-case name, in any case. */
export function findRule(idOrName: string): Rule | undefined {
  const wanted = idOrName.toLowerCase();
  return rules.find((r) => r.id.toLowerCase() === wanted || r.name === wanted);
}
