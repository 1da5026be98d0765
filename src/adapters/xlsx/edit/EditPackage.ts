import { attribute, childOf, childrenOf, newElement, parseXml, printXml, rootOf, type XmlElement } from './editXml';
import { recogniseFile } from '../read/recogniseFile';
import { partPath } from '../zip/partPath';
import { readZip, type ZipEntry } from '../zip/readZip';
import { unpackWhole } from '../zip/unpack';
import { packEntry, writeZip } from '../zip/writeZip';

export interface Relationship {
  readonly id: string;
  /** The last word of its type, such as `worksheet`. */
  readonly type: string;
  /** Path of the part it leads to, without a leading `/`; an external target stands as written. */
  readonly target: string;
  readonly external: boolean;
  readonly element: XmlElement;
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * The parts of an .xlsx package. A part that was asked for as a tree is written back only when its text changed;
 * all others are copied compressed, byte for byte.
 */
export class EditPackage {
  readonly #entries: ZipEntry[];
  readonly #byPath = new Map<string, number>();
  readonly #trees = new Map<string, { readonly tree: XmlElement; readonly text: string }>();
  readonly #texts = new Map<string, string>();
  readonly #removed = new Set<string>();
  readonly #added: string[] = [];

  private constructor(entries: ZipEntry[]) {
    this.#entries = entries;
    entries.forEach((entry, i) => this.#byPath.set(partPath(entry.name), i));
  }

  /** The package in these bytes; throws a `ReadError` when they are none. */
  static open(bytes: Uint8Array): EditPackage {
    recogniseFile(bytes);
    return new EditPackage(readZip(bytes));
  }

  has(path: string): boolean {
    return !this.#removed.has(partPath(path)) && (this.#byPath.has(partPath(path)) || this.#texts.has(partPath(path)));
  }

  /** The paths of all parts. */
  get paths(): string[] {
    return [...this.#entries.map(({ name }) => name), ...this.#added].filter((path) => !this.#removed.has(partPath(path)));
  }

  /** A part's text; null when there is no such part. */
  text(path: string): string | null {
    const key = partPath(path);
    if (this.#removed.has(key)) return null;
    const changed = this.#texts.get(key);
    if (changed !== undefined) return changed;
    const index = this.#byPath.get(key);
    return index === undefined ? null : decode(unpackWhole(this.#entries[index]!));
  }

  /** Replaces a part's text, or adds the part. */
  setText(path: string, text: string): void {
    const key = partPath(path);
    if (!this.#byPath.has(key) && !this.#texts.has(key)) this.#added.push(path);
    this.#texts.set(key, text);
    this.#removed.delete(key);
  }

  /** A part as a tree which may be changed in place; null when there is no such part, or its tags do not nest (some VML). */
  tree(path: string): XmlElement | null {
    const key = partPath(path);
    const known = this.#trees.get(key);
    if (known) return this.#removed.has(key) ? null : known.tree;
    const text = this.text(path);
    const tree = text === null ? null : parseXml(text);
    if (text !== null && tree) this.#trees.set(key, { tree, text });
    return tree;
  }

  /** Takes a part out, with its relationships and its content type. */
  remove(path: string): void {
    this.#removed.add(partPath(path));
    this.#removed.add(partPath(relationshipsPath(path)));
    const types = this.#contentTypes();
    if (types)
      types.children = types.children.filter(
        (child) => typeof child === 'string' || partPath(attribute(child, 'PartName') ?? '') !== partPath(path),
      );
  }

  /** The outermost element of a part that every workbook has. */
  root(path: string): XmlElement {
    const tree = this.tree(path);
    if (!tree) throw new Error(`${path} is missing or damaged`);
    return rootOf(tree);
  }

  /** Where a part (`''` for the package) leads to. */
  relationships(path: string): Relationship[] {
    const tree = this.tree(relationshipsPath(path));
    if (!tree) return [];
    return childrenOf(rootOf(tree), 'Relationship').map((element) => {
      const external = attribute(element, 'TargetMode') === 'External';
      const written = attribute(element, 'Target') ?? '';
      return {
        id: attribute(element, 'Id') ?? '',
        type: (attribute(element, 'Type') ?? '').replace(/^.*\//, ''),
        target: external ? written : resolve(path, written),
        external,
        element,
      };
    });
  }

  /** The parts of one type that a part leads to. */
  related(path: string, type: string): string[] {
    return this.relationships(path)
      .filter((relationship) => relationship.type === type && !relationship.external)
      .map((relationship) => relationship.target);
  }

  /** Adds a part, its content type and a relationship to it; returns the relationship's id. */
  addPart(from: string, path: string, type: string, contentType: string, text: string): string {
    this.setText(path, text);
    const types = this.#contentTypes();
    types?.children.push(newElement(types, 'Override', { PartName: `/${path}`, ContentType: contentType }));
    const rels = relationshipsPath(from);
    if (!this.has(rels))
      this.setText(rels, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS}"/>`);
    const root = this.root(rels);
    const ids = new Set(childrenOf(root).map((element) => attribute(element, 'Id')));
    let number = ids.size + 1;
    while (ids.has(`rId${number}`)) number++;
    const id = `rId${number}`;
    root.children.push(newElement(root, 'Relationship', { Id: id, Type: `${OFFICE_RELATIONSHIPS}/${type}`, Target: `/${path}` }));
    return id;
  }

  /** Takes a relationship out of the part it belongs to. */
  removeRelationship(from: string, relationship: Relationship): void {
    const root = this.root(relationshipsPath(from));
    root.children = root.children.filter((child) => child !== relationship.element);
  }

  /** A path `xl/worksheets/sheet7.xml` that no part has yet; `#` stands for the number. */
  freePath(pattern: string): string {
    for (let number = 1; ; number++) {
      const path = pattern.replace('#', String(number));
      if (!this.#byPath.has(partPath(path)) && !this.#texts.has(partPath(path))) return path;
    }
  }

  /** Null in a package so bare that it names no types; readers then go by the relationships. */
  #contentTypes(): XmlElement | null {
    const tree = this.tree('[Content_Types].xml');
    return tree && rootOf(tree);
  }

  /** The package as an archive, untouched parts first where they were. */
  save(): Uint8Array {
    // A copy, so that what is changed back after saving counts as not changed.
    const texts = new Map(this.#texts);
    for (const [key, { tree, text }] of this.#trees) {
      const now = printXml(tree);
      if (now !== text) texts.set(key, now);
    }
    const kept = this.#entries.flatMap((entry) => {
      const key = partPath(entry.name);
      if (this.#removed.has(key)) return [];
      const text = texts.get(key);
      return text === undefined ? [entry] : [packEntry(entry.name, encode(text))];
    });
    const added = this.#added.filter((path) => !this.#removed.has(partPath(path)));
    return writeZip([...kept, ...added.map((path) => packEntry(path, encode(texts.get(partPath(path))!)))]);
  }
}

/** `xl/worksheets/_rels/sheet1.xml.rels` for `xl/worksheets/sheet1.xml`, `_rels/.rels` for the package. */
function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

function resolve(from: string, target: string): string {
  if (target.startsWith('/')) return target.replace(/^\/+/, '');
  const folders = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.' && step !== '') folders.push(step);
  }
  return folders.join('/');
}

function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { ignoreBOM: encoding === 'utf-8' }).decode(bytes);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text.replace(/^(\ufeff?<\?xml[^>]*encoding=)(["'])utf-16\2/i, '$1$2UTF-8$2'));
}

/** The workbook part of a package, such as `xl/workbook.xml`; null where there is none that can be edited. */
export function workbookPath(parts: EditPackage): string | null {
  const path = parts.related('', 'officeDocument')[0];
  const tree = path === undefined || isBinary(parts) ? null : parts.tree(path);
  return path !== undefined && tree && childOf(rootOf(tree), 'sheets') ? path : null;
}

/** Whether the package is an .xlsb, whatever its file is called. */
export function isBinary(parts: EditPackage): boolean {
  return parts.related('', 'officeDocument').some((path) => /\.bin$/i.test(path));
}
