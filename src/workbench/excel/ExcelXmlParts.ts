import { namespaceOf } from '../../core/ledger/memoryXml';
import type { HostBook } from '../book/HostBook';
import type { HostXmlPart } from '../book/HostXmlParts';
import { apiError } from '../richApi/ApiError';
import { HostCollection, HostObject } from '../richApi/HostObject';

/** Excel's CustomXmlPartCollection, and its scoped collection when a namespace is given. */
export class ExcelXmlParts extends HostCollection {
  readonly typeName: string;
  constructor(
    private readonly book: HostBook,
    private readonly namespace: string | null = null,
  ) {
    super();
    this.typeName = namespace === null ? 'CustomXmlPartCollection' : 'CustomXmlPartScopedCollection';
  }
  items(): readonly HostObject[] {
    return this.#parts().map((part) => new ExcelXmlPart(this.book, part));
  }
  GetCount(): number {
    return this.#parts().length;
  }
  Add(xml: string): HostObject {
    if (!/^\s*<[\s\S]*>\s*$/.test(xml)) throw apiError('InvalidArgument');
    let id = this.book.newId();
    // A file that was saved here before has parts with such identifiers already.
    while (this.book.xmlParts.find(id) !== null) id = this.book.newId();
    return new ExcelXmlPart(this.book, this.book.xmlParts.add({ id, xml }, 'addin'));
  }
  GetItem(id: string): HostObject {
    const item = this.GetItemOrNullObject(id);
    if (!item) throw apiError('ItemNotFound');
    return item;
  }
  GetItemOrNullObject(id: string): HostObject | null {
    const part = this.#parts().find((other) => other.id === id);
    return part ? new ExcelXmlPart(this.book, part) : null;
  }
  GetByNamespace(namespace: string): HostObject {
    return new ExcelXmlParts(this.book, namespace);
  }
  GetOnlyItem(): HostObject {
    const item = this.GetOnlyItemOrNullObject();
    if (!item) throw apiError('ItemNotFound');
    return item;
  }
  GetOnlyItemOrNullObject(): HostObject | null {
    const parts = this.items();
    return parts.length === 1 ? parts[0]! : null;
  }

  #parts(): readonly HostXmlPart[] {
    return this.book.xmlParts.items.filter((part) => this.namespace === null || namespaceOf(part.xml) === this.namespace);
  }
}

class ExcelXmlPart extends HostObject {
  readonly typeName = 'CustomXmlPart';
  constructor(
    private readonly book: HostBook,
    private readonly part: HostXmlPart,
  ) {
    super();
  }
  override get scalars(): readonly string[] {
    return ['Id', 'NamespaceUri'];
  }
  get Id(): string {
    return this.part.id;
  }
  get NamespaceUri(): string {
    return namespaceOf(this.part.xml);
  }
  GetXml(): string {
    return this.part.xml;
  }
  SetXml(xml: string): void {
    this.book.xmlParts.change(this.part, xml, 'addin');
  }
  Delete(): void {
    this.book.xmlParts.remove(this.part, 'addin');
  }
}
