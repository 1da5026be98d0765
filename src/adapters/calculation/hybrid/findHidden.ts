import type { Steps } from '../../../core/Steps';
import { isSameValue } from '../../../core/workbook/CellValue';
import type { HybridNodes } from './HybridNodes';
import type { Slice } from './Slice';

/** Nodes a step. */
const STRIDE = 8_192;

/** What is outside the slice and not the same in both workbooks is found out each time that INDIRECT and its like come upon it. */
export function* findHidden(nodes: HybridNodes, { seen }: Slice): Steps<readonly number[]> {
  const { drivers, values } = nodes;
  const inSlice = new Uint8Array(values.count);
  for (const node of seen) inSlice[node] = 1;
  const hidden: number[] = [];
  for (let node = 0; node < values.count; node++) {
    if (node % STRIDE === 0) yield node / values.count;
    if (inSlice[node] === 0 && (drivers[node]! >= 0 || !isSameValue(nodes.stored(node, 'official'), nodes.stored(node, 'local'))))
      hidden.push(node);
  }
  return hidden;
}
