import { encodeXml } from './editXml';

/** Characters that XML cannot hold are written `_x0001_`, as Excel does; a text that looks like that is protected. */
export function encodeText(text: string): string {
  return encodeXml(escapeWhere(text, /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g));
}

/** The same for an attribute, which is encoded when it is set; there line breaks and tabs would be read as blanks. */
export function escapeExcel(text: string): string {
  return escapeWhere(text, /[\u0000-\u001f\ufffe\uffff]/g);
}

function escapeWhere(text: string, odd: RegExp): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(odd, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}
