import { parse, parseStructRef, tokenize, type AstExpression } from '@borgar/fx';
import { columnName, parseRange } from '../../src/core/workbook/Address';
import { equal, FUNCTIONS, number, one, type Argument, type Block } from './functions';
import { addressesIn, type Cell, type Content, type Workbook } from './Workbook';

interface Place {
  readonly sheet: string;
  readonly address: string;
}

/** Gives every formula of the workbook its value; throws on a formula that gives an error or refers to itself. */
export function calculate(workbook: Workbook): void {
  new Calculation(workbook).run();
}

class Calculation {
  private readonly done = new Set<Cell>();
  private readonly busy = new Set<Cell>();
  private readonly trees = new Map<string, AstExpression>();

  constructor(private readonly workbook: Workbook) {}

  run(): void {
    for (const sheet of this.workbook.sheets) {
      for (const address of sheet.cells.keys()) this.valueOf({ sheet: sheet.name, address });
    }
  }

  private valueOf(place: Place): Content {
    const cell = this.workbook.sheet(place.sheet).cells.get(place.address);
    if (!cell || cell.formula === null || this.done.has(cell)) return cell?.value ?? null;
    const where = `${place.sheet}!${place.address} =${cell.formula}`;
    if (this.busy.has(cell)) throw new Error(`${where} refers to itself`);
    this.busy.add(cell);
    const value = one(this.evaluate(this.tree(cell.formula), place));
    if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${where} is not a number`);
    // A formula never shows a blank: what refers to an empty cell shows 0.
    cell.value = value ?? 0;
    this.busy.delete(cell);
    this.done.add(cell);
    return cell.value;
  }

  private tree(formula: string): AstExpression {
    let tree = this.trees.get(formula);
    if (!tree) this.trees.set(formula, (tree = parse(tokenize(formula, { mergeRefs: true }))));
    return tree;
  }

  private evaluate(node: AstExpression, place: Place): Argument {
    switch (node.type) {
      case 'Literal':
        return node.value;
      case 'UnaryExpression': {
        const x = number(this.evaluate(node.arguments[0]!, place));
        if (node.operator === '-') return -x;
        if (node.operator === '%') return x / 100;
        break;
      }
      case 'BinaryExpression':
        return this.binary(node.operator, one(this.evaluate(node.arguments[0]!, place)), one(this.evaluate(node.arguments[1]!, place)));
      case 'ReferenceIdentifier':
        return this.reference(node.value, node.kind, place);
      case 'CallExpression': {
        if (node.callee.name === 'IF') {
          const branch = one(this.evaluate(node.arguments[0]!, place)) ? 1 : 2;
          return this.evaluate(node.arguments[branch]!, place);
        }
        const run = FUNCTIONS[node.callee.name];
        if (run) return run(node.arguments.map((argument) => this.evaluate(argument as AstExpression, place)));
        break;
      }
    }
    throw new Error(`${place.sheet}!${place.address}: the samples' calculation does not know ${JSON.stringify(node)}`);
  }

  private binary(operator: string, a: Content, b: Content): Content {
    switch (operator) {
      case '+':
        return number(a) + number(b);
      case '-':
        return number(a) - number(b);
      case '*':
        return number(a) * number(b);
      case '/':
        return number(a) / number(b);
      case '&':
        return String(a ?? '') + String(b ?? '');
      case '=':
        return equal(a, b);
      case '<>':
        return !equal(a, b);
      case '<':
        return number(a) < number(b);
      case '>':
        return number(a) > number(b);
      case '<=':
        return number(a) <= number(b);
      case '>=':
        return number(a) >= number(b);
    }
    throw new Error(`The samples' calculation does not know ${operator}`);
  }

  private reference(text: string, kind: string, place: Place): Argument {
    if (kind === 'table') return this.column(text, place);
    if (kind === 'name') {
      const meaning = this.workbook.names.get(text);
      if (meaning === undefined) throw new Error(`There is no name ${text}`);
      return this.evaluate(this.tree(meaning), place);
    }
    const bang = text.lastIndexOf('!');
    const sheet = bang < 0 ? place.sheet : text.slice(0, bang).replace(/^'|'$/g, '');
    return this.block(sheet, text.slice(bang + 1));
  }

  /** The cells that `Table[Column]` or `Table[[#This Row],[Column]]` stands for. */
  private column(text: string, place: Place): Argument {
    const reference = parseStructRef(text);
    const sheet = this.workbook.sheets.find((candidate) => candidate.tables.some((table) => table.name === reference?.table));
    const table = sheet?.tables.find((candidate) => candidate.name === reference?.table);
    const offset = table?.columns.findIndex((column) => column.name === reference?.columns?.[0]) ?? -1;
    if (!reference || !sheet || !table || offset < 0) throw new Error(`There is no ${text}`);
    const range = parseRange(table.ref)!;
    const letters = columnName(range.firstColumn + offset);
    if (reference.sections?.includes('this row')) return this.block(sheet.name, letters + parseRange(place.address)!.firstRow);
    return this.block(sheet.name, `${letters}${range.firstRow + 1}:${letters}${range.lastRow}`);
  }

  private block(sheet: string, range: string): Block {
    const { firstColumn, lastColumn } = parseRange(range)!;
    const width = lastColumn - firstColumn + 1;
    const values = addressesIn(range).map((address) => this.valueOf({ sheet, address }));
    return Array.from({ length: values.length / width }, (_, row) => values.slice(row * width, (row + 1) * width));
  }
}
