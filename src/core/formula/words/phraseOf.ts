import { conditionPhrase, SIGNS } from './conditionPhrases';
import { FUNCTION_PHRASES } from './functionPhrases';
import { functionName, lookupPhrase } from './lookupPhrases';
import { Level, numberInWords, say, type AstNode, type Item, type Phrase, type Speaker } from './Phrase';

type Node = Exclude<AstNode, null>;
type Of<Type extends Node['type']> = Extract<Node, { type: Type }>;

const OPERATORS: Readonly<Record<string, readonly [level: Level, words: string]>> = {
  ...Object.fromEntries(Object.entries(SIGNS).map(([sign, words]) => [sign, [Level.Compare, ` ${words} `] as const])),
  '&': [Level.Join, ' & '],
  '+': [Level.Sum, ' + '],
  '-': [Level.Sum, ' − '],
  '*': [Level.Product, ' × '],
  '/': [Level.Product, ' ÷ '],
  '^': [Level.Power, '^'],
  ':': [Level.Phrase, ' to '],
  ' ': [Level.Phrase, ' where it meets '],
  ',': [Level.Phrase, ' and '],
};

/** What one node of a formula is called, its own parts left to be asked in turn. */
export function phraseOf(node: AstNode, speaker: Speaker): Phrase {
  if (node === null) return atom('blank');
  switch (node.type) {
    case 'Literal':
      return atom(literal(node.value, speaker.locale));
    case 'ErrorLiteral':
      return atom(node.value);
    case 'Identifier':
      return atom(node.name);
    case 'ReferenceIdentifier':
      return { level: Level.Atom, items: [{ use: speaker.use(node.value) }] };
    case 'UnaryExpression':
      return unary(node, speaker);
    case 'BinaryExpression':
      return binary(node);
    case 'CallExpression':
      return call(node, speaker);
    case 'ArrayExpression':
      return {
        level: Level.Atom,
        items: ['{', ...node.elements.flatMap((row, index) => [...(index === 0 ? [] : ['; ']), ...separated(row)]), '}'],
      };
    case 'LambdaExpression':
      return {
        level: Level.Sentence,
        items: ['for ', ...separated(node.params), ': ', say(node.body ?? null, Level.Phrase)],
      };
    case 'LetExpression':
      return {
        level: Level.Sentence,
        items: [
          'with ',
          ...node.declarations.flatMap(({ id, init }, index): Item[] => [
            ...(index === 0 ? [] : [', ']),
            say(id, Level.Atom),
            ' = ',
            say(init ?? null, Level.Join),
          ]),
          ': ',
          say(node.body ?? null, Level.Phrase),
        ],
      };
  }
}

function literal(value: unknown, locale: string): string {
  if (typeof value === 'number') return numberInWords(value, locale);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return value === '' ? 'blank' : `"${String(value)}"`;
}

function unary({ operator, arguments: given }: Of<'UnaryExpression'>, speaker: Speaker): Phrase {
  const inner: AstNode = given[0] ?? null;
  switch (operator) {
    case '-':
      return { level: Level.Sign, items: ['−', say(inner, Level.Percent)] };
    case '%':
      return { level: Level.Percent, items: [say(inner, Level.Percent), '%'] };
    case '#':
      return { level: Level.Phrase, items: ['all of ', say(inner, Level.Sign)] };
    default:
      return phraseOf(inner, speaker);
  }
}

function binary(node: Of<'BinaryExpression'>): Phrase {
  const [level, words] = OPERATORS[node.operator] ?? [Level.Phrase, ` ${node.operator} `];
  const [left = null, right = null]: readonly (AstNode | undefined)[] = node.arguments;
  if ((node.operator === '=' || node.operator === '<>') && right?.type === 'Literal' && right.value === '') {
    return { level, items: [say(left, Level.Join), node.operator === '=' ? ' is blank' : ' is filled'] };
  }
  // A chain of thousands would be as deep as it is long.
  const rights: { readonly words: string; readonly node: AstNode }[] = [{ words, node: right }];
  let first: AstNode = left;
  while (first?.type === 'BinaryExpression' && level > Level.Compare && OPERATORS[first.operator]?.[0] === level) {
    const [before, after]: readonly (AstNode | undefined)[] = first.arguments;
    rights.push({ words: OPERATORS[first.operator]![1], node: after ?? null });
    first = before ?? null;
  }
  // A sign in front of a power would be read as in front of all of it.
  const items: Item[] = [say(first, level === Level.Power ? Level.Percent : level)];
  for (const each of rights.reverse()) {
    const signed = each.node?.type === 'UnaryExpression' && each.node.operator === '-' && level === Level.Sum;
    items.push(each.words, say(each.node, signed ? Level.Percent : ((level + 1) as Level)));
  }
  return { level, items };
}

function call({ callee, arguments: given }: Of<'CallExpression'>, speaker: Speaker): Phrase {
  const nodes: readonly AstNode[] = given.map((each) => each ?? null);
  const name = callee.type === 'Identifier' ? functionName(callee.name) : '';
  if (name === 'SINGLE' && nodes.length === 1) return phraseOf(nodes[0]!, speaker);
  const rule = Object.hasOwn(FUNCTION_PHRASES, name) ? FUNCTION_PHRASES[name] : undefined;
  const said = rule?.(nodes, speaker) ?? conditionPhrase(name, nodes, speaker) ?? lookupPhrase(name, nodes, speaker);
  if (said !== null) return said;
  const needs = nodes.length === 1 ? Level.Phrase : Level.Compare;
  return {
    level: Level.Atom,
    items: [name === '' ? say(callee, Level.Atom) : name, '(', ...separated(nodes, needs), ')'],
  };
}

function separated(nodes: readonly (AstNode | undefined)[], needs: Level = Level.Compare): Item[] {
  return nodes.flatMap((node, index): Item[] => [...(index === 0 ? [] : [', ']), say(node, needs)]);
}

function atom(text: string): Phrase {
  return { level: Level.Atom, items: [text] };
}
