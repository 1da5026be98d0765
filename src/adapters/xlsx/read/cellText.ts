const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** XML text between two positions with entities and line ends as XML has them. */
export function decodeText(bytes: Uint8Array, start: number, end: number): string {
  return unescapeXml(decoder.decode(bytes.subarray(start, end)));
}

/** Text with entities, character references, CDATA and line ends resolved; unknown entities stay as they are. */
function unescapeXml(text: string): string {
  let plain = text;
  if (plain.includes('\r')) plain = plain.replace(/\r\n?/g, '\n');
  if (plain.includes('<![CDATA[')) {
    return plain.replace(/<!\[CDATA\[([^]*?)\]\]>|[^<]+|</g, (all, data: string | undefined) => data ?? unescapeXml(all));
  }
  if (!plain.includes('&')) return plain;
  return plain.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (all, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(NAMED, name) ? NAMED[name]! : all;
    const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

/** Text with Excel's own escapes, `_x000D_` for a carriage return, resolved. */
export function unescapeExcel(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/**
 * The text of a rich text item (`<si>` or `<is>`) that lies between two positions: its `<t>` elements joined, without
 * the phonetic guides (`<rPh>`). `prefix` is how many bytes its elements' namespace prefix takes, colon included.
 */
export function richText(bytes: Uint8Array, start: number, end: number, prefix: number): string {
  let text = '';
  let phonetic = false;
  for (let at = bytes.indexOf(60, start); at >= 0 && at < end; at = bytes.indexOf(60, at + 1)) {
    const closing = bytes[at + 1] === 47;
    const name = at + 1 + (closing ? 1 : 0) + prefix;
    const letter = bytes[name];
    if (letter === 114 && bytes[name + 1] === 80 && bytes[name + 2] === 104) phonetic = !closing && !endsEmpty(bytes, at);
    if (letter !== 116 || closing || phonetic || !endsName(bytes[name + 1])) continue;
    const open = bytes.indexOf(62, name);
    if (bytes[open - 1] === 47) continue;
    const close = textEnd(bytes, open + 1, end);
    text += decodeText(bytes, open + 1, close);
    at = close - 1;
  }
  return unescapeExcel(text);
}

/** Where the text that begins at `start` ends: at the next tag that is no CDATA section. */
export function textEnd(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    if (bytes[at] !== 60) continue;
    if (bytes[at + 1] !== 33 || bytes[at + 2] !== 91) return at;
    while (at < end && !(bytes[at] === 62 && bytes[at - 1] === 93 && bytes[at - 2] === 93)) at++;
  }
  return end;
}

/** True for what may stand behind an element's name: white space, `/` and `>`. */
export function endsName(code: number | undefined): boolean {
  return code === 62 || code === 47 || code === 32 || code === 10 || code === 13 || code === 9;
}

function endsEmpty(bytes: Uint8Array, start: number): boolean {
  return bytes[bytes.indexOf(62, start) - 1] === 47;
}
