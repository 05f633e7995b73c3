import type { Place } from '../../model/value';

/** One setting of Traefik, whichever way it is written: file, option, variable or label. */
export interface TraefikSetting {
  /** In small letters, with dots: `http.routers.web.tls`; items of lists have that of their list. */
  path: string;
  /** Holds `UNKNOWN` where the files do not tell. */
  value: string;
  place: Place;
}
