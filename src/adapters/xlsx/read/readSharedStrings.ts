import { decodeXml, wideEncoding } from './XmlElement';
import { endsName, richText } from './cellText';
import { damaged } from './ReadError';

/** The shared strings of a workbook in the order cells refer to them. */
export function readSharedStrings(part: Uint8Array): string[] {
  const bytes = wideEncoding(part) === null ? part : new TextEncoder().encode(decodeXml(part));
  const strings: string[] = [];
  const prefix = prefixLength(bytes);
  let start = -1;
  for (let at = bytes.indexOf(60); at >= 0; at = bytes.indexOf(60, at + 1)) {
    const closing = bytes[at + 1] === 47;
    const name = at + 1 + (closing ? 1 : 0) + prefix;
    if (bytes[name] !== 115 || bytes[name + 1] !== 105 || !endsName(bytes[name + 2])) continue;
    if (closing) {
      strings.push(start < 0 ? '' : richText(bytes, start, at, prefix));
      start = -1;
    } else {
      const open = bytes.indexOf(62, name);
      if (open < 0) break;
      if (bytes[open - 1] === 47) strings.push('');
      else start = open + 1;
    }
  }
  if (start >= 0) throw damaged('its texts (sharedStrings.xml) are cut short');
  return strings;
}

/** How many bytes the prefix of the root element takes, colon included: 2 for `<x:sst`, 0 for `<sst`. */
function prefixLength(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(60); at >= 0; at = bytes.indexOf(60, at + 1)) {
    const first = bytes[at + 1];
    if (first === 63 || first === 33) continue;
    for (let end = at + 1; end < bytes.length && !endsName(bytes[end]); end++) if (bytes[end] === 58) return end - at;
    return 0;
  }
  return 0;
}
