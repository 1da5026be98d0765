import type { ComparedModels } from '../../src/app/ports/ComparisonEngine';
import type { Comparison, Headline } from '../../src/core/compare/Comparison';
import { EXACT } from '../../src/core/compare/EqualWithin';
import { countDifferences } from '../../src/core/compare/countDifferences';
import type { Difference, DifferenceKind, DifferenceRole } from '../../src/core/compare/Difference';
import { NO_CHOICE } from '../../src/core/headlines/HeadlineChoice';
import type { CellValue } from '../../src/core/workbook/CellValue';

/**
 * A difference from one line: `role kind Sheet!Address official → local`, each side `value`, `=formula` or `=formula:value`,
 * `-` where that workbook does not have it, `_` for an empty cell; behind `|` a label and behind `#` the number format.
 * Example: `cause value Assumptions!C7 0.91 → 0.88 | Renewal rate · Q2 # 0.0%`.
 */
function differenceOf(line: string, id: string, causes: readonly string[] = []): { difference: Difference; label: string } {
  const match = /^(\w+) (\w+) (.*)!(\S*) (.+?) → (.+?)(?: \| (.*?))?(?: # (.*))?$/.exec(line);
  if (match === null) throw new Error(`not a difference: ${line}`);
  const [, role, kind, sheet, address, official, local, label = '', format = 'General'] = match;
  const side = (text: string) => {
    if (text === '-') return null;
    const [, formula = null, value = ''] = /^(=.*?)(?::([^:]*))?$/.exec(text) ?? [null, null, text];
    return { sheet: sheet!, address: address!, value: valueOf(value), formula, format };
  };
  const range = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(address!);
  const cells = range ? (Number(range[4]) - Number(range[2]) + 1) * (range[3]!.charCodeAt(0) - range[1]!.charCodeAt(0) + 1) : 1;
  return {
    difference: {
      id,
      kind: kind as DifferenceKind,
      role: role as DifferenceRole,
      cells,
      official: side(official!),
      local: side(local!),
      causes,
      note: '',
    },
    label,
  };
}

function valueOf(text: string): CellValue {
  if (text === '_' || text === '') return null;
  if (text === 'TRUE' || text === 'FALSE') return text === 'TRUE';
  if (text.startsWith('#')) return { error: text };
  return Number.isNaN(Number(text)) ? text : Number(text);
}

/** A comparison of these differences, with the ids `d1`, `d2`…; every consequence follows all causes. */
export function modelsOf(lines: readonly string[], headlines: readonly Headline[] = []): ComparedModels {
  const causes = lines.flatMap((line, i) => (line.startsWith('cause') ? `d${i + 1}` : []));
  const made = lines.map((line, i) => differenceOf(line, `d${i + 1}`, line.startsWith('consequence') ? causes : []));
  return modelsOfDifferences(
    made.map(({ difference }) => difference),
    new Map(made.flatMap(({ difference, label }) => (label ? [[difference.id, label] as const] : []))),
    headlines,
  );
}

/** The same from differences that are there already. */
function modelsOfDifferences(
  differences: readonly Difference[],
  labels: ReadonlyMap<string, string> = new Map(),
  headlines: readonly Headline[] = [],
): ComparedModels {
  const sheets = [...new Set(differences.map(({ local, official }) => local?.sheet ?? official?.sheet ?? ''))].filter(Boolean);
  const workbook = (name: string) => ({ name, sha256: null, cells: 1000, formulas: 400 });
  const comparison: Comparison = {
    schema: 'tieout.comparison/1',
    official: workbook('Revenue model FY26.xlsx'),
    local: workbook('Finance copy.xlsx'),
    sheets: [...sheets, 'Same'].map((name) => ({
      official: name,
      local: name,
      status: name === 'Same' ? 'same' : 'changed',
      moved: false,
      visibility: { official: 'visible', local: 'visible' },
      rowsAdded: [],
      rowsRemoved: [],
      columnsAdded: [],
      columnsRemoved: [],
      rowsMoved: [],
      keyed: [],
    })),
    differences,
    names: [],
    headlines,
    counts: countDifferences(differences),
    signals: [],
    precise: true,
    warnings: [],
    timing: {},
  };
  return { comparison, unlisted: 0, labels, choice: NO_CHOICE, within: EXACT, dateSystems: { official: 1900, local: 1900 } };
}

/** A headline that stands at the same place in both workbooks. */
export function headlineOf(name: string, place: string, official: CellValue, local: CellValue, format = '$#,##0'): Headline {
  const gap = typeof official === 'number' && typeof local === 'number' ? local - official : null;
  return {
    name,
    officialAddress: place,
    localAddress: place,
    official,
    local,
    format,
    gap,
    ties: official === local,
    bridge: [],
    exact: false,
  };
}
