/** Where the operation log of a user lies, and whether it is on. */
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** A folder, or `off`. */
export const FOLDER_VARIABLE = 'QR_CODE_MASTER_AUDIT';
/** Days that lines are kept. */
const DAYS_VARIABLE = 'QR_CODE_MASTER_AUDIT_DAYS';

export interface LogPlace {
  folder: string;
  /** What turned the log off; undefined: it is on. */
  off?: string;
  /** Undefined: nobody has said. */
  keepDays?: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

export interface PlaceSettings {
  /** Empty: the user's own place. */
  folder?: string;
  enabled?: boolean;
  keepDays?: number;
}

/**
 * The editor and the command line of a user come to the same folder, unless one of them is told
 * another: settings count before the environment.
 */
export function logPlace(
  env: Environment,
  settings: PlaceSettings = {},
  { platform, home }: { platform: NodeJS.Platform; home: string } = { platform: process.platform, home: homedir() },
): LogPlace {
  const given = env[FOLDER_VARIABLE] ?? '';
  const isOff = given.toLowerCase() === 'off';
  const named = inHome(settings.folder ?? '', home) || (isOff ? '' : given);
  const folder = named !== '' ? named : join(stateFolder(env, platform, home), 'qr-code-master', 'audit');
  const days = settings.keepDays ?? daysOf(env[DAYS_VARIABLE]);
  const off = settings.enabled === false ? 'qrCodeMaster.audit.enabled' : isOff ? FOLDER_VARIABLE : undefined;
  return { folder, ...(off !== undefined && { off }), ...(days !== undefined && { keepDays: days }) };
}

/** A setting is the same whatever folder a program was started in. */
const inHome = (folder: string, home: string): string =>
  folder === '' || isAbsolute(folder) ? folder : join(home, folder);

/** Of programs that keep what they did. */
function stateFolder(env: Environment, platform: NodeJS.Platform, home: string): string {
  if (platform === 'win32') return env.LOCALAPPDATA || join(home, 'AppData', 'Local');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  const { XDG_STATE_HOME = '' } = env;
  // The specification lets only absolute paths count.
  return isAbsolute(XDG_STATE_HOME) ? XDG_STATE_HOME : join(home, '.local', 'state');
}

function daysOf(text: string | undefined): number | undefined {
  const days = Number(text || Number.NaN);
  return Number.isInteger(days) && days > 0 ? days : undefined;
}
