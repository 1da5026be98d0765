import type { SnapshotReader } from '../../app/ports/SnapshotReader';
import { fail, succeed } from '../../core/Result';
import type { DefinedName, SheetSnapshot, Snapshot, Table } from '../../core/workbook/Snapshot';
import { SnapshotBuilder } from '../../core/workbook/SnapshotBuilder';
import { displayFormula } from './read/displayFormula';
import { damaged, ReadError } from './read/ReadError';
import { readExternalLinks } from './read/readExternalLinks';
import { readFormats } from './read/readFormats';
import { readMetadata } from './read/readMetadata';
import { readPersons } from './read/readNotes';
import { readSharedStrings } from './read/readSharedStrings';
import { readSheet, type SheetSource } from './read/readSheet';
import { recogniseFile, recogniseZip } from './read/recogniseFile';
import { readRelationships, type Relationship } from './read/relationships';
import { serialOfDate } from './read/serialOfDate';
import { parseXml, type XmlElement } from './read/XmlElement';
import { WorkbookPackage } from './read/WorkbookPackage';
import { readXlsb } from './readXlsb';

/** What the shared strings may unpack to; the package's own limit holds as well. */
const MOST_OF_STRINGS = 1024 * 1024 * 1024;
/** Relationship types of what has cells: worksheets and the macro sheets of Excel 4. */
const WITH_CELLS = new Set(['worksheet', 'xlMacrosheet', 'xlIntlMacrosheet']);

/**
 * Reads an .xlsx, .xlsm or .xlsb file. The failures are `password-protected`, `old-format`, `not-a-workbook`,
 * `damaged` and `too-large`. `progress` hears how much of the cells is done, from 0 to 1.
 */
export const readWorkbook: SnapshotReader = async (bytes, name, progress) => {
  try {
    const sha256 = sha256Of(bytes);
    recogniseFile(bytes);
    const file = new WorkbookPackage(bytes);
    const path = await workbookPath(file);
    const snapshot = path.endsWith('.bin') ? await readBinary(file, bytes, name) : await readPackage(file, path, name, progress);
    progress(1);
    return succeed({ ...snapshot, sha256: await sha256 });
  } catch (error) {
    const { failure } = error instanceof ReadError ? error : damaged(`reading it ended with “${String(error)}”`);
    return fail(failure.code, failure.message);
  }
};

async function workbookPath(file: WorkbookPackage): Promise<string> {
  const path = (await readRelationships(file, '')).find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!/\.(?:xml|bin)$/i.test(path) || !file.has(path)) throw recogniseZip((part) => file.has(part));
  return path;
}

/** Unpacks every part once, to nowhere, because the library that reads binary workbooks has no limit of its own. */
async function readBinary(file: WorkbookPackage, bytes: Uint8Array, name: string): Promise<Snapshot> {
  for (const part of file.paths) await file.stream(part, () => undefined);
  return readXlsb(bytes, name);
}

async function readPackage(file: WorkbookPackage, path: string, name: string, progress: (done: number) => void): Promise<Snapshot> {
  const workbook = parseXml((await file.read(path))!, path);
  if (workbook.name !== 'workbook') throw recogniseZip((part) => file.has(part));
  const relationships = await readRelationships(file, path);
  const part = async (type: string, most?: number): Promise<Uint8Array | null> => {
    const target = relationships.find((relationship) => relationship.type === type && !relationship.external)?.target;
    return target === undefined ? null : await file.read(target, most);
  };
  const parsed = async (type: string): Promise<XmlElement | null> => {
    const content = await part(type);
    return content === null ? null : parseXml(content, `${type}.xml`);
  };

  const builder = new SnapshotBuilder();
  const warnings: string[] = [];
  const stringsPart = await part('sharedStrings', MOST_OF_STRINGS);
  const dateSystem = workbook.child('workbookPr')?.flag('date1904') ? 1904 : 1900;
  const formats = readFormats(await parsed('styles'));
  const listed = workbook
    .list('sheets', 'sheet')
    .map((element) => ({ element, relationship: relationships.find(({ id }) => id === element.relationshipId) }));
  if (listed.length === 0) throw damaged('it lists no sheets');
  const total = listed.reduce((sum, { relationship }) => sum + file.size(relationship?.target ?? ''), 0);
  let done = 0;
  const shared: Omit<SheetSource, 'name' | 'path' | 'visibility'> = {
    file,
    metadata: await readMetadata(file, relationships),
    persons: readPersons(await parsed('person')),
    cells: scanContext(builder, stringsPart === null ? [] : readSharedStrings(stringsPart), formats, dateSystem),
    formula: (stored, row, column, table) => builder.formulaIndex(displayFormula(stored, table), row, column),
    warn: (sentence) => void warnings.push(sentence),
    scanned: (count) => {
      done += count;
      progress(Math.min(0.99, done / Math.max(1, total)));
    },
  };

  const sheets: SheetSnapshot[] = [];
  const tables: Table[] = [];
  for (const { element, relationship } of listed) {
    const sheetName = element.attribute('name') ?? '';
    const target = sheetPath(relationship, sheetName, warnings);
    if (target === null) continue;
    const read = await readSheet({ ...shared, name: sheetName, path: target, visibility: visibilityOf(element) });
    sheets.push(read.sheet);
    tables.push(...read.tables);
  }
  return {
    name,
    sha256: null,
    dateSystem,
    calculation: calculationOf(workbook.child('calcPr')),
    iteration: iterationOf(workbook.child('calcPr')),
    sheets,
    names: readNames(
      workbook,
      listed.map(({ element }) => element.attribute('name') ?? ''),
    ),
    tables,
    externalLinks: await readExternalLinks(file, workbook, relationships),
    strings: builder.strings.texts,
    formulas: builder.formulas.texts,
    formats: builder.formats.texts,
    structureProtected: workbook.child('workbookProtection')?.flag('lockStructure') ?? false,
    warnings,
  };
}

function calculationOf(properties: XmlElement | null): Snapshot['calculation'] {
  if (properties === null) return 'automatic';
  if (properties.attribute('calcMode') === 'manual') return 'manual';
  return !properties.flag('calcCompleted', true) || properties.flag('fullCalcOnLoad') ? 'unfinished' : 'automatic';
}

function iterationOf(properties: XmlElement | null): Snapshot['iteration'] {
  if (!properties?.flag('iterate')) return null;
  return { count: numberIn(properties, 'iterateCount', 100), delta: numberIn(properties, 'iterateDelta', 0.001) };
}

function numberIn(element: XmlElement, attribute: string, otherwise: number): number {
  const written = Number(element.attribute(attribute) ?? NaN);
  return Number.isFinite(written) ? written : otherwise;
}

function scanContext(
  builder: SnapshotBuilder,
  strings: readonly string[],
  formats: readonly string[],
  dateSystem: 1900 | 1904,
): SheetSource['cells'] {
  const stringIndex = new Int32Array(strings.length).fill(-1);
  return {
    sharedString: (index) => {
      const known = stringIndex[index];
      if (known === undefined || known >= 0) return known ?? -1;
      return (stringIndex[index] = builder.strings.index(strings[index]!));
    },
    text: (text) => builder.strings.index(text),
    formatOfStyle: Uint16Array.from(formats, (code) => builder.formats.index(code)),
    date: (iso) => serialOfDate(iso, dateSystem),
  };
}

/** The path of a sheet with cells; null, with a warning, for chart and dialog sheets. */
function sheetPath(relationship: Relationship | undefined, name: string, warnings: string[]): string | null {
  if (relationship === undefined) throw damaged(`its sheet “${name}” is missing`);
  if (WITH_CELLS.has(relationship.type)) return relationship.target;
  warnings.push(`“${name}” is a ${relationship.type === 'chartsheet' ? 'chart sheet' : 'dialog sheet'} without cells and is not compared.`);
  return null;
}

function visibilityOf(sheet: XmlElement): SheetSnapshot['visibility'] {
  const state = sheet.attribute('state');
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}

function readNames(workbook: XmlElement, sheets: readonly string[]): DefinedName[] {
  return workbook.list('definedNames', 'definedName').map((element) => {
    const scope = element.attribute('localSheetId');
    return {
      name: element.attribute('name') ?? '',
      scope: scope === null ? null : (sheets[Number(scope)] ?? null),
      formula: displayFormula(element.text),
      hidden: element.flag('hidden'),
      comment: element.attribute('comment') ?? '',
    };
  });
}

async function sha256Of(bytes: Uint8Array): Promise<string | null> {
  // Pages on plain http have no Web Crypto.
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return null;
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
