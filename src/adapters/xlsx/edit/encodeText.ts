import { encodeXml } from './editXml';

/** Characters that XML cannot hold are written `_x0001_`, as Excel does; a text that looks like that is protected. */
export function encodeText(text: string): string {
  const escaped = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
  return encodeXml(escaped);
}
