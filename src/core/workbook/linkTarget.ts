import type { ExternalLink } from './Snapshot';

/** A link's target in one form: files, encoded or not and whatever their slashes and capitals, are the same text. */
export function linkKey(target: string): string {
  return decode(target)
    .replace(/\\/g, '/')
    .replace(/^file:\/*(?=[a-z]:|\/)/i, '')
    .replace(/^file:\/*/i, '//')
    .toLowerCase();
}

/** The file name at the end of a target. */
export function linkFile(target: string): string {
  return linkKey(target).split('/').pop()!;
}

/** True when two targets name one file, as far as they tell: Excel leaves the folder out while the other workbook is open. */
export function sameLinkTarget(one: string, other: string): boolean {
  const [a, b] = [linkKey(one), linkKey(other)];
  return a === b || (linkFile(one) === linkFile(other) && (!a.includes('/') || !b.includes('/')));
}

/** Quoted sheets with their workbook's path, and plain ones with its name: `'C:\x\[Rates.xlsx]Sheet 1'!`, `[Rates.xlsx]Sheet1!`. */
const LINK = /"(?:[^"]|"")*"|'((?:[^'[]|'')*)\[([^[\]]+)\](?:[^']|'')*'!|(?<![\p{L}\p{N}_.\])])\[([^[\]]+)\][\p{L}\p{N}_.]*!/gu;

/** The other workbooks that formulas name, each once, in the order they appear. */
export function linksInFormulas(formulas: Iterable<string>): ExternalLink[] {
  const links = new Map<string, ExternalLink>();
  for (const formula of formulas) {
    if (!formula.includes('[')) continue;
    for (const [, path = '', quoted, plain] of formula.matchAll(LINK)) {
      const file = quoted ?? plain;
      if (file === undefined) continue;
      const target = path.replace(/''/g, "'") + file;
      if (!links.has(linkKey(target))) links.set(linkKey(target), { index: links.size + 1, target });
    }
  }
  return [...links.values()];
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
