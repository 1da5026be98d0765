import { SaxesParser } from 'saxes';
import { damaged, tooLarge } from './ReadError';

/** An XML element by its local names: prefixes differ from writer to writer and mean nothing here. */
export class XmlElement {
  readonly name: string;
  readonly children: XmlElement[] = [];
  /** The element's own text, without that of its children. */
  text = '';
  readonly #attributes: Readonly<Record<string, string>>;

  constructor(name: string, attributes: Readonly<Record<string, string>>) {
    this.name = name;
    this.#attributes = attributes;
  }

  /** The attribute without prefix, or null. */
  attribute(name: string): string | null {
    return this.#attributes[name] ?? null;
  }

  /** The relationship id, which has a prefix that the writer chose: `r:id`. */
  get relationshipId(): string | null {
    for (const name in this.#attributes) if (name.endsWith(':id')) return this.#attributes[name]!;
    return null;
  }

  /** True for `1` and `true`; the default when the attribute is not there. */
  flag(name: string, byDefault = false): boolean {
    const value = this.attribute(name);
    return value === null ? byDefault : value === '1' || value === 'true' || value === 'on';
  }

  /** A whole number of 0 or more; the default when the attribute is not there or is none. */
  number(name: string, byDefault: number): number {
    const value = this.attribute(name);
    return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : byDefault;
  }

  /** The first child of this name, or null. */
  child(name: string): XmlElement | null {
    return this.children.find((child) => child.name === name) ?? null;
  }

  all(name: string): XmlElement[] {
    return this.children.filter((child) => child.name === name);
  }

  /** All children named `inner` of the first child named `outer`. */
  list(outer: string, inner: string): XmlElement[] {
    return this.child(outer)?.all(inner) ?? [];
  }
}

const MOST_ELEMENTS = 2_000_000;
const MOST_DEPTH = 1000;
const PIECE = 65_536;

/**
 * The root element of an XML part, or null for null. Elements named in `skip`, and all in them, are left out. XML
 * that is not well formed or declares a document type (Excel never does) is a `ReadError`; `part` names it there.
 */
export function parseXml(bytes: Uint8Array, part: string, skip: ReadonlySet<string> = NONE): XmlElement {
  const parser = new SaxesParser();
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  let skipping = 0;
  let count = 0;
  parser.on('error', () => {
    throw damaged(`“${part}” in it is not proper XML`);
  });
  parser.on('doctype', () => {
    throw damaged(`“${part}” in it declares a document type, which workbooks never do`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    const local = localName(name);
    if (skipping > 0 || skip.has(local)) {
      skipping++;
      return;
    }
    if (++count > MOST_ELEMENTS) throw tooLarge(`“${part}” in it has more than ${MOST_ELEMENTS.toLocaleString('en')} elements`);
    const element = new XmlElement(local, attributes);
    if (open.length === 0) root = element;
    else open[open.length - 1]!.children.push(element);
    if (open.push(element) > MOST_DEPTH) throw damaged(`“${part}” in it is nested too deep`);
  });
  parser.on('closetag', () => {
    if (skipping > 0) skipping--;
    else open.pop();
  });
  const addText = (text: string): void => {
    const element = open[open.length - 1];
    if (skipping === 0 && element !== undefined) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  const text = decodeXml(bytes);
  for (let at = 0; at < text.length; at += PIECE) parser.write(text.slice(at, at + PIECE));
  parser.close();
  if (root === null) throw damaged(`“${part}” in it is empty`);
  return root;
}

const NONE: ReadonlySet<string> = new Set();

/** The text of an XML part, which is UTF-8 unless its first bytes say UTF-16. */
export function decodeXml(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes);
  return new TextDecoder(wide ?? 'utf-8').decode(bytes);
}

/** `utf-16le` or `utf-16be` when the bytes begin so, else null. */
export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [one, two] = bytes;
  if ((one === 0xff && two === 0xfe) || (one === 0x3c && two === 0)) return 'utf-16le';
  return (one === 0xfe && two === 0xff) || (one === 0 && two === 0x3c) ? 'utf-16be' : null;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
