import { PLANT_KINDS, type PlantKind } from './kinds/plantKinds';

/** The kinds of which every plant must be found and nothing else; `npm run plants` measures the others too. */
export const STRICT_KINDS: readonly PlantKind[] = [
  'insert blank rows',
  'insert blank columns',
  'type rows below',
  'type columns behind',
  'edit a number',
  'edit a formula',
  'constant over formula',
  'clear a cell',
  'fill a blank cell',
  'format a cell',
  'format a filled range',
  'rename a sheet',
  'reorder sheets',
  'add a sheet',
  'rename and copy a sheet',
  'hide a sheet',
  'hide rows',
  'hide columns',
  're-point a name',
  'add a name',
  'remove a name',
  'change a key',
  'shuffle a list',
  'rank a row anew',
];

/** The others: now and then lines are so much alike that one is taken for another. */
export const ALIKE_KINDS: readonly PlantKind[] = (Object.keys(PLANT_KINDS) as PlantKind[]).filter((kind) => !STRICT_KINDS.includes(kind));

const ALONE: readonly PlantKind[] = [
  'shuffle a list',
  'rank a row anew',
  'type rows below',
  'type columns behind',
  'rename and copy a sheet',
];

/** Those of which several are planted at a time. A copy with few edits is nearer to what was copied than the original with many; a list parted by blank rows is two. */
export const MIXED_KINDS: readonly PlantKind[] = STRICT_KINDS.filter((kind) => !ALONE.includes(kind));
