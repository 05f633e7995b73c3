/** The only list of rules. */
// Made by `npm run generate`: what is in the folder is in the list.
import { csrfProtection } from './app/csrfProtection';
import { keepAutoescape } from './app/keepAutoescape';
import { noDebugMode } from './app/noDebugMode';
import { noDebugToolbar } from './app/noDebugToolbar';
import { noDevServer } from './app/noDevServer';
import { noExternalAsset } from './app/noExternalAsset';
import { noStackTrace } from './app/noStackTrace';
import { securityHeaders } from './app/securityHeaders';
import { cleanPackageCache } from './bld/cleanPackageCache';
import { noDisabledPackageSignature } from './bld/noDisabledPackageSignature';
import { noDisabledTlsVerification } from './bld/noDisabledTlsVerification';
import { noInstallRecommends } from './bld/noInstallRecommends';
import { noModelWeights } from './bld/noModelWeights';
import { noPipeToShell } from './bld/noPipeToShell';
import { noSudo } from './bld/noSudo';
import { noSystemDirWorkdir } from './bld/noSystemDirWorkdir';
import { noUnneededPackage } from './bld/noUnneededPackage';
import { noUnsafeFileMode } from './bld/noUnsafeFileMode';
import { noUpdateAlone } from './bld/noUpdateAlone';
import { noWholeContextCopy } from './bld/noWholeContextCopy';
import { safeAdd } from './bld/safeAdd';
import { documentJudged } from './doc/documentJudged';
import { documentTooLarge } from './doc/documentTooLarge';
import { suppressionSound } from './doc/suppressionSound';
import { textDecoded } from './doc/textDecoded';
import { unreadablePart } from './doc/unreadablePart';
import { dockerDaemonHardening } from './hst/dockerDaemonHardening';
import { fail2banSshJail } from './hst/fail2banSshJail';
import { macEnforcing } from './hst/macEnforcing';
import { noInsecureDaemonSetting } from './hst/noInsecureDaemonSetting';
import { noInsecureService } from './hst/noInsecureService';
import { sshdIdleTimeout } from './hst/sshdIdleTimeout';
import { sshdKeyOnly } from './hst/sshdKeyOnly';
import { sshdLimitAuthAttempts } from './hst/sshdLimitAuthAttempts';
import { sshdNoRootLogin } from './hst/sshdNoRootLogin';
import { sshdNoWeakCrypto } from './hst/sshdNoWeakCrypto';
import { sshdRestrictSource } from './hst/sshdRestrictSource';
import { gateOnImageScan } from './img/gateOnImageScan';
import { noEolBaseImage } from './img/noEolBaseImage';
import { noFloatingTag } from './img/noFloatingTag';
import { noInsecureRegistry } from './img/noInsecureRegistry';
import { noWeakDigestCheck } from './img/noWeakDigestCheck';
import { pinImageDigest } from './img/pinImageDigest';
import { scheduleImageScan } from './img/scheduleImageScan';
import { trustedRegistryOnly } from './img/trustedRegistryOnly';
import { verifyImageSignature } from './img/verifyImageSignature';
import { accessLogEnabled } from './log/accessLogEnabled';
import { centralLogging } from './log/centralLogging';
import { encryptedLogTransport } from './log/encryptedLogTransport';
import { forwardAuthLog } from './log/forwardAuthLog';
import { logDeliveryNonblocking } from './log/logDeliveryNonblocking';
import { logRecordFields } from './log/logRecordFields';
import { logUserOperation } from './log/logUserOperation';
import { noDisabledLogging } from './log/noDisabledLogging';
import { noLogDestruction } from './log/noLogDestruction';
import { retainLogsSixMonths } from './log/retainLogsSixMonths';
import { rotateContainerLogs } from './log/rotateContainerLogs';
import { bindPortToInterface } from './net/bindPortToInterface';
import { firewallCoversDockerPorts } from './net/firewallCoversDockerPorts';
import { firewallDefaultDeny } from './net/firewallDefaultDeny';
import { firewallRestrictSource } from './net/firewallRestrictSource';
import { firewallRulesPersist } from './net/firewallRulesPersist';
import { frontWithReverseProxy } from './net/frontWithReverseProxy';
import { noExposedDockerApi } from './net/noExposedDockerApi';
import { noHighRiskPort } from './net/noHighRiskPort';
import { noPrivilegedPort } from './net/noPrivilegedPort';
import { noWeakTls } from './net/noWeakTls';
import { preserveClientIp } from './net/preserveClientIp';
import { restrictEgress } from './net/restrictEgress';
import { tlsAtProxy } from './net/tlsAtProxy';
import { backupEncrypted } from './ops/backupEncrypted';
import { backupScheduled } from './ops/backupScheduled';
import type { Rule } from './rule';
import { declareNonRootUser } from './run/declareNonRootUser';
import { dropAllCapabilities } from './run/dropAllCapabilities';
import { hardenContainer } from './run/hardenContainer';
import { healthcheckRequired } from './run/healthcheckRequired';
import { isolateUploadVolume } from './run/isolateUploadVolume';
import { limitCpu } from './run/limitCpu';
import { limitMemory } from './run/limitMemory';
import { limitPids } from './run/limitPids';
import { noDangerousCapability } from './run/noDangerousCapability';
import { noDisabledSecurityProfile } from './run/noDisabledSecurityProfile';
import { noHostDevice } from './run/noHostDevice';
import { noHostNamespace } from './run/noHostNamespace';
import { noHostNetwork } from './run/noHostNetwork';
import { noNeedlessNetBindService } from './run/noNeedlessNetBindService';
import { noNeedlessWritableMount } from './run/noNeedlessWritableMount';
import { noNewPrivileges } from './run/noNewPrivileges';
import { noPrivileged } from './run/noPrivileged';
import { noRootUser } from './run/noRootUser';
import { noRuntimeSocketMount } from './run/noRuntimeSocketMount';
import { noSensitiveHostMount } from './run/noSensitiveHostMount';
import { noSharedMountPropagation } from './run/noSharedMountPropagation';
import { readOnlyRootfs } from './run/readOnlyRootfs';
import { restartPolicy } from './run/restartPolicy';
import { tmpfsForWritablePaths } from './run/tmpfsForWritablePaths';
import { envFileNotCommitted } from './sec/envFileNotCommitted';
import { noCredentialInUrl } from './sec/noCredentialInUrl';
import { noDefaultPassword } from './sec/noDefaultPassword';
import { noLiteralSecretInConfig } from './sec/noLiteralSecretInConfig';
import { noSecretFileInImage } from './sec/noSecretFileInImage';
import { noSecretInBuild } from './sec/noSecretInBuild';
import { noSecretInPicture } from './sec/noSecretInPicture';
import { noSecretOnCommandLine } from './sec/noSecretOnCommandLine';
import { uploadCleanupSafe } from './upl/uploadCleanupSafe';
import { uploadCleanupScheduled } from './upl/uploadCleanupScheduled';
import { uploadContentCheck } from './upl/uploadContentCheck';
import { uploadDirMode } from './upl/uploadDirMode';
import { uploadExtensionAllowlist } from './upl/uploadExtensionAllowlist';
import { uploadSafeFilename } from './upl/uploadSafeFilename';
import { uploadSelinuxType } from './upl/uploadSelinuxType';
import { uploadSizeLimit } from './upl/uploadSizeLimit';

/** By id. */
export const rules: readonly Rule[] = [
  noDebugMode,
  noDebugToolbar,
  noDevServer,
  keepAutoescape,
  csrfProtection,
  securityHeaders,
  noStackTrace,
  noExternalAsset,
  noDisabledPackageSignature,
  noDisabledTlsVerification,
  noPipeToShell,
  safeAdd,
  noSudo,
  noUnneededPackage,
  noInstallRecommends,
  noUpdateAlone,
  noUnsafeFileMode,
  noWholeContextCopy,
  noSystemDirWorkdir,
  cleanPackageCache,
  noModelWeights,
  documentTooLarge,
  unreadablePart,
  suppressionSound,
  textDecoded,
  documentJudged,
  sshdNoRootLogin,
  sshdKeyOnly,
  sshdIdleTimeout,
  sshdLimitAuthAttempts,
  sshdRestrictSource,
  sshdNoWeakCrypto,
  noInsecureService,
  fail2banSshJail,
  macEnforcing,
  dockerDaemonHardening,
  noInsecureDaemonSetting,
  pinImageDigest,
  noFloatingTag,
  trustedRegistryOnly,
  verifyImageSignature,
  noWeakDigestCheck,
  gateOnImageScan,
  scheduleImageScan,
  noEolBaseImage,
  noInsecureRegistry,
  noDisabledLogging,
  centralLogging,
  encryptedLogTransport,
  logDeliveryNonblocking,
  rotateContainerLogs,
  retainLogsSixMonths,
  accessLogEnabled,
  logRecordFields,
  forwardAuthLog,
  noLogDestruction,
  logUserOperation,
  bindPortToInterface,
  noHighRiskPort,
  noPrivilegedPort,
  firewallCoversDockerPorts,
  firewallDefaultDeny,
  firewallRestrictSource,
  firewallRulesPersist,
  restrictEgress,
  frontWithReverseProxy,
  tlsAtProxy,
  noWeakTls,
  preserveClientIp,
  noExposedDockerApi,
  backupScheduled,
  backupEncrypted,
  hardenContainer,
  noRootUser,
  declareNonRootUser,
  readOnlyRootfs,
  tmpfsForWritablePaths,
  dropAllCapabilities,
  noDangerousCapability,
  noNeedlessNetBindService,
  noPrivileged,
  noNewPrivileges,
  noDisabledSecurityProfile,
  noRuntimeSocketMount,
  noSensitiveHostMount,
  noHostNetwork,
  noHostNamespace,
  noHostDevice,
  limitMemory,
  limitCpu,
  limitPids,
  restartPolicy,
  healthcheckRequired,
  noSharedMountPropagation,
  noNeedlessWritableMount,
  isolateUploadVolume,
  noSecretInBuild,
  noLiteralSecretInConfig,
  noCredentialInUrl,
  noSecretOnCommandLine,
  noSecretFileInImage,
  envFileNotCommitted,
  noDefaultPassword,
  noSecretInPicture,
  uploadExtensionAllowlist,
  uploadContentCheck,
  uploadSafeFilename,
  uploadSizeLimit,
  uploadDirMode,
  uploadSelinuxType,
  uploadCleanupScheduled,
  uploadCleanupSafe,
];
