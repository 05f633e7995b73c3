/** Variables of the environment that switch the verification of servers off. */
import { isLoopback } from '../model/loopback';

/** Whether an environment variable of that name and value does; an unknown value does not. */
export function switchesTlsOff(name: string, value: string | undefined): boolean {
  if (value === undefined) return false;
  const off = /^(0|false|no|off|n|f)$/i.test(value.trim());
  switch (name.toUpperCase()) {
    case 'PYTHONHTTPSVERIFY':
    case 'NODE_TLS_REJECT_UNAUTHORIZED':
      return value.trim() === '0';
    case 'GIT_SSL_NO_VERIFY':
    case 'PIP_TRUSTED_HOST':
      return value.trim() !== '' && !isLoopback(value.trim());
    case 'NPM_CONFIG_STRICT_SSL':
    case 'YARN_STRICT_SSL':
    case 'YARN_ENABLE_STRICT_SSL':
    case 'CONDA_SSL_VERIFY':
    case 'BUNDLE_SSL_VERIFY_MODE':
      return off;
    case 'GIT_SSL_VERIFY':
      return off;
    case 'GOINSECURE':
      return value.trim() !== '';
    case 'GOFLAGS':
      return /(^|\s)-insecure(\s|$)/.test(value);
    case 'CURL_CA_BUNDLE':
    case 'REQUESTS_CA_BUNDLE':
      return value.trim() === '';
    default:
      return false;
  }
}
