/** `appendix-b`: what became of the problems of the last report (上次测评问题整改情况). */
import type { AssessmentInput } from '../assessmentInput';
import { changeTable } from './changeTable';
import type { Table } from './table';

export const appendixTables = ({ assessment }: AssessmentInput): Table[] => [
  { name: '上次测评问题整改情况', ...changeTable(assessment) },
];
