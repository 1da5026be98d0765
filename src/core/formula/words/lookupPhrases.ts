import { Level, numberOf, say, type AstNode, type Item, type Phrase, type Speaker } from './Phrase';

const NEXT_SMALLER = ', or the next smaller';
const NEXT_LARGER = ', or the next larger';

/** `Price looked up by SKU in Price list`; null when the arguments are not as the function wants them. */
export function lookupPhrase(name: string, given: readonly AstNode[], speaker: Speaker): Phrase | null {
  switch (name) {
    case 'XLOOKUP':
      return xlookup(given);
    case 'VLOOKUP':
      return tableLookup(given, 'column', speaker);
    case 'HLOOKUP':
      return tableLookup(given, 'row', speaker);
    case 'LOOKUP':
      return given.length === 3 ? phrase([say(given[2], Level.Sign), ...by(given[0], given[1]), NEXT_SMALLER]) : null;
    case 'MATCH':
    case 'XMATCH': {
      const found = matchOf(name, given);
      return found && phrase(['position of ', say(found.value, Level.Sign), ' in ', say(found.keys, Level.Sign), found.ending]);
    }
    case 'INDEX':
      return index(given);
    default:
      return null;
  }
}

/** Endings after a comma would run into what follows. */
function phrase(items: readonly Item[]): Phrase {
  const kept = items.filter((item) => item !== '');
  return { level: kept.some((item) => typeof item === 'string' && item.startsWith(', ')) ? Level.Sentence : Level.Phrase, items: kept };
}

function by(value: AstNode | undefined, keys: AstNode | undefined): Item[] {
  return [' looked up by ', say(value, Level.Sign), ' in ', say(keys, Level.Sign)];
}

function xlookup([value, keys, results, missing, match, search, ...rest]: readonly AstNode[]): Phrase | null {
  const ending = ({ 0: '', '-1': NEXT_SMALLER, 1: NEXT_LARGER, 2: ', with wildcards' } as Record<string, string>)[numberOr(match, 0)];
  const order = ({ 1: '', '-1': ', from the last one' } as Record<string, string>)[numberOr(search, 1)];
  if (results === undefined || rest.length > 0 || ending === undefined || order === undefined) return null;
  const otherwise: Item[] = missing == null ? [] : [', or ', say(missing, Level.Compare), ' if there is none'];
  return phrase([say(results, Level.Sign), ...by(value, keys), ending, order, ...otherwise]);
}

function tableLookup([value, table, line, nearest, ...rest]: readonly AstNode[], axis: 'row' | 'column', speaker: Speaker): Phrase | null {
  const truth = nearest === undefined ? 'true' : truthOf(nearest);
  const ending = truth === null ? undefined : truth === 'true' ? NEXT_SMALLER : '';
  if (line === undefined || rest.length > 0 || ending === undefined) return null;
  const count = numberOf(line);
  const source = table?.type === 'ReferenceIdentifier' ? table.value : null;
  const keys = source === null || count === null ? null : speaker.line(source, axis, 1);
  const results = source === null || count === null ? null : speaker.line(source, axis, count);
  if (keys !== null && results !== null) {
    return phrase([{ use: results }, ' looked up by ', say(value, Level.Sign), ' in ', { use: keys }, ending]);
  }
  return phrase([`${axis} `, say(line, Level.Sign), ' of ', say(table, Level.Sign), ' looked up by ', say(value, Level.Sign), ending]);
}

function index([from, row, column, ...rest]: readonly AstNode[]): Phrase | null {
  if (rest.length > 0 || row === undefined) return null;
  const lines = [row, column].filter((line) => line != null && numberOf(line) !== 0);
  const matches = lines.map((line) => {
    const name = line?.type === 'CallExpression' && line.callee.type === 'Identifier' ? functionName(line.callee.name) : '';
    return line?.type === 'CallExpression' && (name === 'MATCH' || name === 'XMATCH') ? matchOf(name, line.arguments) : null;
  });
  if (lines.length > 0 && matches.every((match) => match !== null)) {
    const items = matches.flatMap((match, at): Item[] => {
      const { value, keys, ending } = match!;
      return [at === 0 ? ' looked up by ' : ' and by ', say(value, Level.Sign), ' in ', say(keys, Level.Sign), ending];
    });
    return phrase([say(from, Level.Sign), ...items]);
  }
  if (column === undefined) return phrase(['item ', say(row, Level.Sign), ' of ', say(from, Level.Sign)]);
  return {
    level: Level.Phrase,
    items: ['row ', say(row, Level.Sign), ' and column ', say(column, Level.Sign), ' of ', say(from, Level.Sign)],
  };
}

interface Match {
  readonly value: AstNode | undefined;
  readonly keys: AstNode | undefined;
  readonly ending: string;
}

function matchOf(name: string, [value, keys, type, ...rest]: readonly AstNode[]): Match | null {
  const endings: Record<string, string> =
    name === 'MATCH' ? { 0: '', 1: NEXT_SMALLER, '-1': NEXT_LARGER } : { 0: '', '-1': NEXT_SMALLER, 1: NEXT_LARGER, 2: ', with wildcards' };
  const usual = name === 'MATCH' ? 1 : 0;
  // A blank type is 0, one left out is the usual one.
  const ending = endings[type === null ? '0' : numberOr(type, usual)];
  return keys === undefined || rest.length > 0 || ending === undefined ? null : { value, keys, ending };
}

/** A function's name without the prefix that files give to newer ones, in capitals. */
export function functionName(name: string): string {
  return name.replace(/^(?:_xl(?:fn|ws|pm|udf)\.)+/i, '').toUpperCase();
}

function numberOr(node: AstNode | undefined, usual: number): string {
  return node == null ? String(usual) : String(numberOf(node) ?? (truthOf(node) === null ? NaN : Number(truthOf(node) === 'true')));
}

function truthOf(node: AstNode): 'true' | 'false' | null {
  // A blank argument is FALSE.
  if (node === null) return 'false';
  if (node.type === 'Literal' && typeof node.value === 'boolean') return node.value ? 'true' : 'false';
  const number = numberOf(node);
  return number === null ? null : number === 0 ? 'false' : 'true';
}
