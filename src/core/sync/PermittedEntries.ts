import { listMembers, type Members } from '../compare/listMembers';
import { ruleInWords } from '../compare/ruleInWords';
import { isInside, parseRange, type CellAddress } from '../workbook/Address';
import { isCellError, type CellValue } from '../workbook/CellValue';
import type { Snapshot, Validation } from '../workbook/Snapshot';
import type { Difference, DifferenceSide } from '../compare/Difference';
import { ruleIn } from './ruleParts';

/** A cell of a sheet, by the sheet's index. */
export interface EntryPlace extends CellAddress {
  readonly sheet: number;
}

/** Says which constants a person could not enter in local. */
export class PermittedEntries {
  readonly #members = new Map<Validation, Members | null>();
  readonly #rulesTaken: readonly DifferenceSide[];

  /** `take` are the differences taken: where a rule is among them, local permits what official does. */
  constructor(
    private readonly official: Snapshot,
    private readonly local: Snapshot,
    take: readonly Difference[],
  ) {
    this.#rulesTaken = take.flatMap(({ kind, official: side }) => (kind === 'validation' && side ? [side] : []));
  }

  /** Why Excel would stop somebody from entering official's constant in its local cell, as a sentence; null when it would not. */
  whyNot(value: CellValue, from: EntryPlace, to: EntryPlace): string | null {
    const rule = ruleIn(this.local.sheets[to.sheet]!.validations, to);
    const stops = rule && (rule.manner === undefined || (rule.manner.alert.show && rule.manner.alert.style === 'stop'));
    if (!stops || value === null || this.#permits(this.local, to.sheet, rule, value) !== false) return null;
    const sheet = this.official.sheets[from.sheet]!;
    if (this.#rulesTaken.some((side) => side.sheet === sheet.name && isInside(parseRange(side.address)!, from))) return null;
    const ours = ruleIn(sheet.validations, from);
    // Where the members stand in cells these follow by themselves.
    if (ours && !ours.formula1.startsWith('"') && this.#permits(this.official, from.sheet, ours, value) === true) return null;
    const shown = isCellError(value) ? value.error : String(value);
    const words = ruleInWords(rule, this.#membersOf(this.local, to.sheet, rule));
    return `Your workbook does not permit “${shown}” there (${words}). Take official’s rule too, or change yours under Data, Data Validation.`;
  }

  /** Whether a rule permits a constant; null where that cannot be told. */
  #permits(snapshot: Snapshot, sheet: number, rule: Validation, value: CellValue): boolean | null {
    if (isCellError(value)) return null;
    const { type, operator, formula1, formula2 } = rule;
    if (type === 'list') {
      const members = this.#membersOf(snapshot, sheet, rule);
      return members === null ? null : members.has(textOf(value).trim().toLowerCase());
    }
    if (!COMPARED.has(type)) return null;
    const measured = type === 'textLength' ? textOf(value).length : value;
    if (typeof measured !== 'number') return typeof measured === 'boolean' ? null : false;
    if (type === 'whole' && !Number.isInteger(measured)) return false;
    const [low, high] = [numberOf(formula1), numberOf(formula2)];
    if (low === null) return null;
    switch (operator) {
      case '':
      case 'between':
        return high === null ? null : measured >= low && measured <= high;
      case 'notBetween':
        return high === null ? null : measured < low || measured > high;
      case 'equal':
        return measured === low;
      case 'notEqual':
        return measured !== low;
      case 'greaterThan':
        return measured > low;
      case 'lessThan':
        return measured < low;
      case 'greaterThanOrEqual':
        return measured >= low;
      case 'lessThanOrEqual':
        return measured <= low;
      default:
        return null;
    }
  }

  #membersOf(snapshot: Snapshot, sheet: number, rule: Validation): Members | null {
    let members = this.#members.get(rule);
    if (members === undefined) this.#members.set(rule, (members = listMembers(snapshot, sheet, rule)));
    return members;
  }
}

const COMPARED: ReadonlySet<string> = new Set(['whole', 'decimal', 'date', 'time', 'textLength']);

/** A bound that is typed as a number; null for a formula. */
function numberOf(formula: string): number | null {
  return /^-?\d+(?:\.\d+)?(?:E[+-]?\d+)?$/i.test(formula.trim()) ? Number(formula) : null;
}

function textOf(value: CellValue): string {
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value as string | number);
}
