import type { Result } from '../../../core/Result';
import { namespaceOf } from '../../../core/ledger/memoryXml';
import { ReadError, readResult } from '../read/ReadError';
import { attribute, encodeXml, rootOf } from './editXml';
import { EditPackage } from './EditPackage';

const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';

/** A custom XML part of a workbook file. */
export interface XmlPart {
  /** In the form `{8-4-4-4-12}` of hex digits, as the file names it; its path where the file does not. */
  readonly id: string;
  readonly path: string;
  readonly xml: string;
}

/** The custom XML parts of a workbook's package (.xlsx, .xlsm and .xlsb alike), to read and to edit; all else is left as it is. */
export class EditXmlParts {
  #changed = false;

  private constructor(
    private readonly bytes: Uint8Array,
    private readonly parts: EditPackage,
    private readonly workbook: string,
  ) {}

  static open(bytes: Uint8Array): Result<EditXmlParts> {
    return readResult(() => {
      const parts = EditPackage.open(bytes);
      const workbook = parts.related('', 'officeDocument').find((path) => parts.has(path));
      if (workbook !== undefined) return new EditXmlParts(bytes, parts, workbook);
      throw new ReadError(
        'not-a-workbook',
        'The file has no workbook in it. Nothing was changed. Choose an Excel workbook (.xlsx, .xlsm or .xlsb).',
      );
    });
  }

  get items(): readonly XmlPart[] {
    return this.parts.related(this.workbook, 'customXml').flatMap((path) => {
      const xml = this.parts.text(path);
      return xml === null ? [] : [{ id: this.#idOf(path), path, xml }];
    });
  }

  change(path: string, xml: string): void {
    this.#changed = true;
    this.parts.setText(path, xml);
  }

  add(id: string, xml: string): void {
    this.#changed = true;
    const path = this.parts.freePath('customXml/item#.xml');
    const properties = this.parts.freePath('customXml/itemProps#.xml');
    const reference = encodeXml(namespaceOf(xml)).replaceAll('"', '&quot;');
    this.parts.addPart(this.workbook, path, 'customXml', 'application/xml', xml);
    this.parts.addPart(
      path,
      properties,
      'customXmlProps',
      PROPERTIES_TYPE,
      `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="${id}" xmlns:ds="${PROPERTIES}">` +
        `<ds:schemaRefs><ds:schemaRef ds:uri="${reference}"/></ds:schemaRefs></ds:datastoreItem>`,
    );
  }

  /** Takes a part out with its properties and all that leads to it. */
  remove(path: string): void {
    this.#changed = true;
    for (const properties of this.parts.related(path, 'customXmlProps')) this.parts.remove(properties);
    this.parts.remove(path);
    for (const relationship of this.parts.relationships(this.workbook))
      if (relationship.type === 'customXml' && relationship.target === path) this.parts.removeRelationship(this.workbook, relationship);
  }

  /** The file's bytes; the very same when nothing was changed. */
  save(): Uint8Array {
    return this.#changed ? this.parts.save() : this.bytes;
  }

  #idOf(path: string): string {
    const [properties] = this.parts.related(path, 'customXmlProps');
    const tree = properties === undefined ? null : this.parts.tree(properties);
    return (tree && attribute(rootOf(tree), '*:itemID')) ?? path;
  }
}
