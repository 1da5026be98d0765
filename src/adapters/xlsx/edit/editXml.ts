/**
 * An XML part as a tree that prints back to exactly the text it came from, so that an edit changes nothing but what it means to.
 * Strings are text, comments, declarations and processing instructions as written (entities not resolved).
 */
export type XmlNode = string | XmlElement;

export interface XmlElement {
  /** Without prefix: `row` for `<x:row …>`. Empty for the document itself. */
  readonly name: string;
  /** The start tag as written, without `<`, `>` and a closing `/`. */
  tag: string;
  children: XmlNode[];
  /** The end tag as written; empty when the start tag closes itself. */
  end: string;
}

const TAGS = /<(?:!--[\s\S]*?-->|!\[CDATA\[[\s\S]*?\]\]>|\?[\s\S]*?\?>|![^>]*>|\/[^>]*>|(?:[^>"']|"[^"]*"|'[^']*')*>)/g;

/** The document's tree, or null when its tags do not nest. */
export function parseXml(text: string): XmlElement | null {
  const document: XmlElement = { name: '', tag: '', children: [], end: '' };
  const open: XmlElement[] = [];
  let into = document;
  let done = 0;
  for (const match of text.matchAll(TAGS)) {
    const written = match[0];
    if (match.index > done) into.children.push(text.slice(done, match.index));
    done = match.index + written.length;
    if (written[1] === '!' || written[1] === '?') {
      into.children.push(written);
    } else if (written[1] === '/') {
      const parent = open.pop();
      if (!parent || localName(written.slice(2, -1)) !== into.name) return null;
      into.end = written;
      into = parent;
    } else {
      const closed = written.endsWith('/>');
      const tag = written.slice(1, closed ? -2 : -1);
      const element: XmlElement = { name: localName(tag), tag, children: [], end: '' };
      into.children.push(element);
      if (closed) continue;
      open.push(into);
      into = element;
    }
  }
  if (open.length > 0) return null;
  if (done < text.length) document.children.push(text.slice(done));
  return document;
}

/** The tree as text. */
export function printXml(node: XmlNode): string {
  if (typeof node === 'string') return node;
  const inner = node.children.map(printXml).join('');
  if (node.tag === '') return inner;
  if (inner === '' && node.end === '') return `<${node.tag}/>`;
  return `<${node.tag}>${inner}${node.end || `</${qualifiedName(node)}>`}`;
}

/** The document's outermost element. */
export function rootOf(document: XmlElement): XmlElement {
  const root = document.children.find((child) => typeof child !== 'string');
  if (root === undefined || typeof root === 'string') throw new Error('the document has no element');
  return root;
}

/** The child elements, or those of one local name. */
export function childrenOf(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name));
}

/** The first child element of a local name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

/** Visits an element and everything in it, outermost first; children of what `visit` answers false for are left out. */
export function walkXml(element: XmlElement, visit: (element: XmlElement, parent: XmlElement) => boolean | void): void {
  for (const child of element.children) {
    if (typeof child !== 'string' && visit(child, element) !== false) walkXml(child, visit);
  }
}

/** The text in an element, entities resolved. */
export function textOf(element: XmlElement): string {
  return decodeXml(element.children.map((child) => (typeof child === 'string' ? child : '')).join(''));
}

export function setText(element: XmlElement, text: string): void {
  element.children = text === '' ? [] : [encodeXml(text)];
}

const ATTRIBUTE = /\s([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** An attribute's value, entities resolved; undefined when it is not there. The name may be `r:id`, or `*:id` for any prefix. */
export function attribute(element: XmlElement, name: string): string | undefined {
  for (const match of element.tag.matchAll(ATTRIBUTE)) {
    if (isNamed(match[1]!, name)) return decodeXml(match[2] ?? match[3] ?? '');
  }
  return undefined;
}

/** Sets an attribute where it stands, or adds it; undefined removes it. */
export function setAttribute(element: XmlElement, name: string, value: string | undefined): void {
  let found = false;
  const written = value === undefined ? '' : encodeAttribute(value);
  element.tag = element.tag.replace(ATTRIBUTE, (whole, written1: string) => {
    if (!isNamed(written1, name)) return whole;
    found = true;
    return value === undefined ? '' : ` ${written1}="${written}"`;
  });
  if (!found && value !== undefined) element.tag += ` ${name}="${written}"`;
}

/** A new element with the prefix of the one it goes into. */
export function newElement(inside: XmlElement, name: string, attributes: Readonly<Record<string, string>> = {}, text = ''): XmlElement {
  const qualified = qualifiedName(inside);
  const colon = qualified.indexOf(':');
  const element: XmlElement = { name, tag: colon < 0 ? name : qualified.slice(0, colon + 1) + name, children: [], end: '' };
  for (const [key, value] of Object.entries(attributes)) setAttribute(element, key, value);
  if (text !== '') setText(element, text);
  return element;
}

/** Puts a child in front of the first element that must come after it. */
export function insertBefore(parent: XmlElement, child: XmlElement, later: readonly string[]): void {
  const at = parent.children.findIndex((other) => typeof other !== 'string' && later.includes(other.name));
  if (at < 0) parent.children.push(child);
  else parent.children.splice(at, 0, child);
}

/** Takes elements out, and then what they leave empty; lists which say how many they hold are told. */
export function removeElements(root: XmlElement, gone: ReadonlySet<XmlElement>): void {
  const prune = (element: XmlElement): boolean => {
    if (gone.has(element)) return false;
    const before = childrenOf(element).length;
    element.children = element.children.filter((child) => typeof child === 'string' || prune(child));
    const left = childrenOf(element).length;
    if (left !== before && attribute(element, 'count') !== undefined) setAttribute(element, 'count', String(left));
    return left > 0 || before === 0;
  };
  prune(root);
}

/** The text with `&amp;` and its kin resolved. */
export function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name ?? ''] ?? whole;
  });
}

export function encodeXml(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') : text;
}

function encodeAttribute(text: string): string {
  return encodeXml(text).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\r/g, '&#13;').replace(/\t/g, '&#9;');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function qualifiedName(element: XmlElement): string {
  return /^\S*/.exec(element.tag)![0];
}

function localName(tag: string): string {
  const name = /^[^\s/]*/.exec(tag)![0];
  return name.slice(name.indexOf(':') + 1);
}

function isNamed(written: string, wanted: string): boolean {
  return wanted.startsWith('*:') ? written.endsWith(wanted.slice(1)) : written === wanted;
}
