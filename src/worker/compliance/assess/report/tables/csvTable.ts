/** A table as comma-separated values. */
import { csvLines } from '../../../../text/csvLines';
import type { Table } from './table';

export const csvTable = ({ header, rows }: Table): string => csvLines([...(header ? [header] : []), ...rows]);
