import { endsName } from './cellText';

/** Types that a cell's `t` attribute gives. */
export const Type = { Number: 0, Shared: 1, Text: 2, Boolean: 3, Error: 4, Date: 5 } as const;

/** The whole number written between two positions; other characters are passed over. */
export function integer(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - 48;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
  }
  return value;
}

/** The type that a `t` attribute's value stands for. */
export function cellType(bytes: Uint8Array, start: number, end: number): number {
  switch (bytes[start]) {
    case 115:
      return end - start === 1 ? Type.Shared : Type.Text;
    case 98:
      return Type.Boolean;
    case 101:
      return Type.Error;
    case 100:
      return Type.Date;
    case 105:
      return Type.Text;
    default:
      return Type.Number;
  }
}

/** The element name at a position, prefix included. */
export function nameAt(bytes: Uint8Array, start: number, end: number): string {
  let name = '';
  for (let at = start; at < end && at < start + 64 && !endsName(bytes[at]); at++) name += String.fromCharCode(bytes[at]!);
  return name;
}

/** The value of an attribute in the text of a tag; empty when it is not there. */
export function attributeIn(attributes: string, name: string): string {
  return (
    new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
      .exec(attributes)
      ?.slice(1)
      .find((value) => value !== undefined) ?? ''
  );
}

/** A what-if table as Excel shows it: `TABLE(row input, column input)`. */
export function dataTableFormula(attributes: string): string {
  const first = attributeIn(attributes, 'r1');
  if (/^(?:1|true)$/.test(attributeIn(attributes, 'dt2D'))) return `TABLE(${first},${attributeIn(attributes, 'r2')})`;
  return /^(?:1|true)$/.test(attributeIn(attributes, 'dtr')) ? `TABLE(${first},)` : `TABLE(,${first})`;
}

/** The pieces as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
