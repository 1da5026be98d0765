import type { AstExpression, Identifier } from '@borgar/fx';

/** A node of a parsed formula; null is an argument left blank. */
export type AstNode = AstExpression | Identifier | null;

/** How tightly words hold together: what is looser than its surroundings need comes in parentheses. */
export const Level = { Sentence: 0, Phrase: 1, Compare: 2, Join: 3, Sum: 4, Product: 5, Power: 6, Sign: 7, Percent: 8, Atom: 9 } as const;
export type Level = (typeof Level)[keyof typeof Level];

/** A reference of a formula with what it can be called. */
export interface ReferenceUse {
  /** The same for references to the same cells or name, and for them only. */
  readonly key: string;
  /** The reference as it stands in the formula. */
  readonly source: string;
  /** What of the source is meant, when not all of it, such as one column of a looked-up table. */
  readonly part: string;
  /** From the shortest to one that nothing else in the workbook has. */
  readonly wordings: readonly string[];
  /** Whether the wordings are more than the address. */
  readonly labelled: boolean;
  /** Where it is; null for what is no place of this workbook. */
  readonly place: { readonly sheet: string; readonly address: string } | null;
}

/** A piece of a phrase: words, a reference, or what another part of the formula is called. */
export type Item = string | { readonly use: ReferenceUse } | { readonly node: AstNode; readonly needs: Level };

/** What a part of a formula is called. */
export interface Phrase {
  readonly level: Level;
  readonly items: readonly Item[];
}

/** What functions need to know beyond their arguments. */
export interface Speaker {
  /** BCP 47, for numbers. */
  readonly locale: string;
  /** What the reference is called. */
  use(source: string): ReferenceUse;
  /** What one line of a range is called, counted from 1; null where it has none or the source is no range of this workbook. */
  line(source: string, axis: 'row' | 'column', index: number): ReferenceUse | null;
}

/** An argument in a phrase. */
export function say(node: AstNode | undefined, needs: Level): Item {
  return { node: node ?? null, needs };
}

/** `a`, `a and b`, `a, b and c`. */
export function sayList(nodes: readonly AstNode[], needs: Level): Item[] {
  return nodes.flatMap((node, index): Item[] => [...(index === 0 ? [] : [index === nodes.length - 1 ? ' and ' : ', ']), say(node, needs)]);
}

/** The number that a node is, its sign included; null when it is no plain number. */
export function numberOf(node: AstNode | undefined): number | null {
  if (node?.type === 'Literal' && typeof node.value === 'number') return node.value;
  if (node?.type === 'UnaryExpression' && node.operator === '-') {
    const inner = numberOf(node.arguments[0]);
    return inner === null ? null : -inner;
  }
  return null;
}

/** A number as a person writes it: grouped from five digits on, so that years stay years. */
export function numberInWords(value: number, locale: string): string {
  if (value !== 0 && (Math.abs(value) >= 1e15 || Math.abs(value) < 1e-6)) return String(value);
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: 15, useGrouping: Math.abs(value) >= 10_000 }).format(value);
}
