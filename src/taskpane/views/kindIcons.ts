import type { FluentIcon } from '@fluentui/react-icons';
import type { Difference, DifferenceKind } from '../../core/compare/Difference';
import { kindGroup, type KindGroup } from '../../app/kindGroups';
import type { Strings } from '../strings';
import {
  BookOpen16Regular,
  EyeOff16Regular,
  Flow16Regular,
  Link16Regular,
  LockClosed16Regular,
  MathFormula16Regular,
  MathSymbols16Regular,
  Note16Regular,
  NumberSymbol16Regular,
  PaintBrush16Regular,
  Question16Regular,
  Ruler16Regular,
  Table16Regular,
  Tag16Regular,
  TextT16Regular,
} from './icons';

const KIND_ICONS: Readonly<Record<DifferenceKind, FluentIcon>> = {
  value: NumberSymbol16Regular,
  formula: MathFormula16Regular,
  hardcoded: LockClosed16Regular,
  unhardcoded: MathFormula16Regular,
  unit: Ruler16Regular,
  format: PaintBrush16Regular,
  note: Note16Regular,
  name: Tag16Regular,
  table: Table16Regular,
  validation: PaintBrush16Regular,
  row: Table16Regular,
  column: Table16Regular,
  sheet: Table16Regular,
  hidden: EyeOff16Regular,
  external: Link16Regular,
  definition: BookOpen16Regular,
};

/** The icon of each group of kinds. */
export const GROUP_ICONS: Readonly<Record<KindGroup, FluentIcon>> = {
  assumptions: NumberSymbol16Regular,
  texts: TextT16Regular,
  formulas: MathFormula16Regular,
  definitions: BookOpen16Regular,
  structure: Table16Regular,
  names: Tag16Regular,
  formats: PaintBrush16Regular,
  rounding: MathSymbols16Regular,
};

/** A difference's icon and the word that always stands beside it. */
export function kindLook(difference: Difference, strings: Strings): { readonly Icon: FluentIcon; readonly word: string } {
  if (difference.role === 'consequence') return { Icon: Flow16Regular, word: strings.follows };
  if (difference.role === 'unexplained') return { Icon: Question16Regular, word: strings.unexplainedKind };
  const group = kindGroup(difference);
  if (group === 'rounding') return { Icon: GROUP_ICONS.rounding, word: strings.groups.rounding };
  if (group === 'texts') return { Icon: GROUP_ICONS.texts, word: strings.text };
  return { Icon: KIND_ICONS[difference.kind], word: strings.kinds[difference.kind] };
}
