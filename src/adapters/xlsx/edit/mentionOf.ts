import { decodeXml } from './editXml';

/** True when a part's text, as written, may name a certain sheet in a formula. */
export type Mention = (text: string) => boolean;

/** Returns the test for one sheet. */
export function mentionOf(sheet: string): Mention {
  const name = sheet.replace(/'/g, "''").toLowerCase();
  // No writer escapes these.
  const isPlain = /^[\w .()-]*$/.test(name);
  return (text) => text.toLowerCase().includes(name) || (!isPlain && text.includes('&') && decodeXml(text).toLowerCase().includes(name));
}
