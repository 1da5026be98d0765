import { parseXml, type XmlElement } from './XmlElement';
import type { WorkbookPackage } from './WorkbookPackage';
import type { Relationship } from './relationships';

/** What a cell's `cm` and `vm` attributes mean. */
export interface CellMetadata {
  /** True when the array formula is a dynamic one, which spills. */
  isDynamic(cellMetadata: number): boolean;
  /** The error that older Excels show as `#VALUE!`, such as `#SPILL!`; null when it is none. */
  richError(valueMetadata: number): string | null;
}

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  1: '#VALUE!',
  2: '#DIV/0!',
  3: '#REF!',
  4: '#NAME?',
  5: '#NUM!',
  6: '#N/A',
  7: '#GETTING_DATA',
  8: '#SPILL!',
  9: '#CONNECT!',
  10: '#BLOCKED!',
  11: '#UNKNOWN!',
  12: '#FIELD!',
  13: '#CALC!',
  14: '#BUSY!',
  18: '#EXTERNAL!',
  19: '#TIMEOUT!',
};

/** Reads the metadata part and the rich values it refers to, as far as they tell spills and errors. */
export async function readMetadata(file: WorkbookPackage, relationships: readonly Relationship[]): Promise<CellMetadata> {
  const read = async (type: string): Promise<XmlElement | null> => {
    const path = relationships.find((relationship) => relationship.type === type)?.target;
    const bytes = path === undefined ? null : await file.read(path);
    return bytes === null ? null : parseXml(bytes, path!);
  };
  const metadata = await read('sheetMetadata');
  if (metadata === null) return { isDynamic: () => false, richError: () => null };
  const types = metadata.list('metadataTypes', 'metadataType').map((type) => type.attribute('name') ?? '');
  const future = new Map(metadata.all('futureMetadata').map((element) => [element.attribute('name') ?? '', element.all('bk')]));
  const errors = richErrors(await read('rdRichValue'), await read('rdRichValueStructure'));
  const cellBlocks = metadata.list('cellMetadata', 'bk');
  const valueBlocks = metadata.list('valueMetadata', 'bk');
  return {
    isDynamic: (index) =>
      records(cellBlocks, types, index).some(({ type, value }) => type === 'XLDAPR' && isDynamicBlock(future.get(type)?.[value])),
    richError: (index) => {
      for (const { type, value } of records(valueBlocks, types, index)) {
        if (type !== 'XLRICHVALUE') continue;
        const rich = descendant(future.get(type)?.[value], 'rvb')?.number('i', -1) ?? value;
        return errors.get(rich) ?? null;
      }
      return null;
    },
  };
}

/** The records of the metadata block that a cell refers to, counted from 1. */
function records(blocks: readonly XmlElement[], types: readonly string[], index: number): { type: string; value: number }[] {
  const block = blocks[index - 1];
  return (block?.all('rc') ?? []).map((record) => ({ type: types[record.number('t', 0) - 1] ?? '', value: record.number('v', 0) }));
}

function isDynamicBlock(block: XmlElement | undefined): boolean {
  return descendant(block, 'dynamicArrayProperties')?.flag('fDynamic') ?? false;
}

/** The first element of a name two levels (`extLst`, `ext`) below. */
function descendant(block: XmlElement | undefined, name: string): XmlElement | null {
  for (const list of block?.children ?? [])
    for (const ext of list.children) for (const inner of [ext, ...ext.children]) if (inner.name === name) return inner;
  return null;
}

/** The errors among the rich values, by the number of the rich value. */
function richErrors(values: XmlElement | null, structures: XmlElement | null): Map<number, string> {
  const errors = new Map<number, string>();
  const shapes = structures?.all('s') ?? [];
  values?.all('rv').forEach((value, index) => {
    const shape = shapes[value.number('s', -1)];
    if (shape?.attribute('t') !== '_error') return;
    const key = shape.all('k').findIndex((element) => element.attribute('n') === 'errorType');
    const error = ERRORS[Number(value.all('v')[key]?.text)];
    if (error !== undefined) errors.set(index, error);
  });
  return errors;
}
