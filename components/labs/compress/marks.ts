/** Records of the lab as picture and table read them. */
import type { CompressRecord, MarkRecord, TextRecord } from '@/labs/compress/records';
import { kindOf } from '@/labs/compress/ways';

export const isMark = (record: CompressRecord): record is MarkRecord => record.kind === 'mark';
export const isText = (record: CompressRecord): record is TextRecord => record.kind === 'text';

/** “NF4, a scale a column”. */
export const nameOf = ({ way, how }: Pick<MarkRecord, 'way' | 'how'>): string =>
  how === '' ? kindOf(way).label : `${kindOf(way).label}, ${how}`;
