import { tokenize } from '@borgar/fx';
import type { IsOneValue } from './markIntersections';

/** A defined name, its formula without `=`. */
interface Name {
  readonly name: string;
  /** The sheet it belongs to; null for the workbook. */
  readonly scope: string | null;
  readonly formula: string;
}

/** Which names stand for one cell or one constant on each sheet; of a name that is not known nothing is assumed. */
export function oneValueNames(names: readonly Name[]): (sheet: string) => IsOneValue {
  const known = new Map(names.map(({ name, scope, formula }) => [keyOf(scope, name), isOneValue(formula)]));
  return (sheet) => (text) => {
    const bang = text.lastIndexOf('!');
    const scope = bang < 0 ? sheet : text.slice(0, bang).replace(/^'|'$/g, '').replace(/''/g, "'");
    const name = text.slice(bang + 1);
    return known.get(keyOf(scope, name)) ?? known.get(keyOf(null, name)) ?? false;
  };
}

function keyOf(scope: string | null, name: string): string {
  return `${scope ?? ''}!${name}`.toLowerCase();
}

function isOneValue(formula: string): boolean {
  const tokens = tokenize(`=${formula.replace(/^=/, '')}`, { mergeRefs: true, withLocation: false }).slice(1);
  const [{ type, value } = { type: '', value: '' }, ...more] = tokens;
  if (more.length > 0) return false;
  return type === 'range' ? !value.slice(value.lastIndexOf('!') + 1).includes(':') : /^(?:number|string|bool)$/.test(type);
}
