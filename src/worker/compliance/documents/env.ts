/** The `.env` file beside a compose file (fact T26) as variables: their only source, never the user's own environment. */
import { parseEnvFile } from './envFile';

/** Values that hold another variable are left out: they are unknown. */
export function readEnvText(text: string): Map<string, string> {
  const out = new Map<string, string>();
  for (const { name, text: written, literal } of parseEnvFile('', text).entries) {
    if (literal === written) out.set(name, literal);
  }
  return out;
}
