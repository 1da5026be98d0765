/** A text as the one XML part that a workbook keeps under a namespace. */
export function toMemoryXml(namespace: string, text: string): string {
  return `<tieout xmlns="${encode(namespace).replaceAll('"', '&#34;')}">${encode(text)}</tieout>`;
}

/** The namespace of an XML part's outermost element; empty when it has none. */
export function namespaceOf(xml: string): string {
  const root = ROOT.exec(xml);
  if (root === null) return '';
  const name = root[1] === undefined ? 'xmlns' : `xmlns:${root[1].replace(/[.-]/g, '\\$&')}`;
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(root[2]!);
  return decode(found?.[1] ?? found?.[2] ?? '');
}

/** The text in an XML part, whoever wrote its tags anew. */
export function fromMemoryXml(xml: string): string {
  const root = ROOT.exec(xml);
  const end = xml.lastIndexOf('</');
  return root === null || end < 0 ? '' : decode(xml.slice(root.index + root[0].length, end));
}

/** Behind a declaration and comments: the first start tag, its prefix, and its attributes. */
const ROOT = /^(?:\s|\ufeff|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*<(?:([\w.-]+):)?[A-Za-z_][\w.-]*((?:[^>"']|"[^"]*"|'[^']*')*)>/;

function encode(text: string): string {
  return text.replace(/[&<>\r]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(xml: string): string {
  if (!xml.includes('&')) return xml;
  return xml.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
