/** A place on the map (RFC 5870), with the label in the form that map apps read. */
import { percentDecoded } from './escapes';
import { type Field, filled, type PayloadKind } from './kind';

const degrees = (limit: number) => (value: string) =>
  /^-?\d{1,3}(\.\d{1,15})?$/.test(value) && Math.abs(Number(value)) <= limit;
const coordinate = { input: 'number', required: true, clean: (value: string) => value.trim() } as const;
const fields: Field[] = [
  {
    name: 'latitude',
    label: { en: 'Latitude', 'zh-cn': '纬度' },
    ...coordinate,
    example: '39.9087',
    valid: degrees(90),
  },
  {
    name: 'longitude',
    label: { en: 'Longitude', 'zh-cn': '经度' },
    ...coordinate,
    example: '116.3975',
    valid: degrees(180),
  },
  { name: 'label', label: { en: 'Name of the place', 'zh-cn': '地点名称' }, input: 'text' },
];

export const geo: PayloadKind = {
  kind: 'geo',
  label: { en: 'Place', 'zh-cn': '位置' },
  fields,
  build({ latitude, longitude, label }) {
    const point = `${latitude},${longitude}`;
    return `geo:${point}${label === undefined ? '' : `?q=${point}(${encodeURIComponent(label)})`}`;
  },
  parse(text) {
    const match = /^geo:(-?[\d.]+),(-?[\d.]+)(?:,-?[\d.]+)?(?:;[^?]*)?(?:\?([^#]*))?$/i.exec(text);
    if (!match) return undefined;
    const [, latitude, longitude, query] = match;
    if (!fields[0]!.valid!(latitude!) || !fields[1]!.valid!(longitude!)) return undefined;
    const label = /(?:^|&)q=[^&(]*\(([^&]*)\)(?:&|$)/.exec(query ?? '')?.[1];
    return filled({ latitude, longitude, label: label && percentDecoded(label) });
  },
};
