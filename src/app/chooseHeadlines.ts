import { CommonGrid } from '../core/align/CommonGrid';
import type { Comparison, Headline } from '../core/compare/Comparison';
import { cellOfName } from '../core/compare/compareNames';
import { Tolerances, type ToleranceOptions } from '../core/compare/Tolerances';
import { CellLabels } from '../core/headlines/CellLabels';
import { addressOf, partnerOf } from '../core/headlines/HeadlineCell';
import type { ChosenHeadline, HeadlineChoice } from '../core/headlines/HeadlineChoice';
import { headlineOf } from '../core/headlines/headlineOf';
import { withChoice } from '../core/headlines/withChoice';
import { fail, succeed, type Result } from '../core/Result';
import { quoteSheetName } from '../core/workbook/Address';
import type { ComparedWorkbooks } from './compareWorkbooks';
import { headlineDoubts, whatElse } from './headlineDoubts';

/** A comparison with the headlines as the user chose them. */
export interface WithChoice {
  readonly compared: ComparedWorkbooks;
  /** The choice as it stands now. */
  readonly choice: HeadlineChoice;
}

/** The comparison with the headlines that the user wants; all else in it stays. A headline that is not found is told among the warnings. */
export function chooseHeadlines(compared: ComparedWorkbooks, choice: HeadlineChoice, options: ToleranceOptions): WithChoice {
  if (choice.added.length === 0 && choice.removed.length === 0) return { compared, choice };
  const chosen = withChoice(gridOf(compared), compared.comparison.headlines, choice, new Tolerances(options));
  const comparison: Comparison = {
    ...compared.comparison,
    headlines: chosen.headlines,
    warnings: [...compared.comparison.warnings, ...chosen.lost.map(lostInWords), ...headlineDoubts(chosen.added)],
  };
  return { compared: { ...compared, comparison }, choice: chosen.choice };
}

/**
 * The choice with the cell of the local workbook as a headline; `found` is the comparison without any choice. It cannot be one where it holds
 * no number or official has none in its place, or where it is one already.
 */
export function addHeadline(
  found: ComparedWorkbooks,
  before: WithChoice,
  { sheet, address }: { readonly sheet: string; readonly address: string },
): Result<AddedHeadline> {
  const { local } = found;
  const index = local.sheets.findIndex((one) => one.name.toLowerCase() === sheet.toLowerCase());
  const cell = index < 0 ? null : cellOfName(local, `${quoteSheetName(local.sheets[index]!.name)}!${address}`);
  if (cell === null)
    return fail('no-cell', `The sheet ${sheet} was not there when the workbooks were compared. Compare again, then add the headline.`);
  const grid = gridOf(found);
  const label = new CellLabels(local).of(cell);
  const official = partnerOf(grid, 'local', cell);
  const one = headlineOf(grid, { name: label || addressOf(local, cell), official, local: cell }, new Tolerances({}));
  const where = one.localAddress!;
  const what = whatElse(one.local);
  if (what !== null) return fail('no-number', `${where} ${what}. Select a cell that holds a number, then add it.`);
  if (official === null)
    return fail(
      'no-official',
      `Official has no cell in the place of ${where}, so there is nothing to compare it with. Select another cell.`,
    );
  const theirs = whatElse(one.official);
  if (theirs !== null)
    return fail(
      'no-official',
      `In official, ${one.officialAddress} ${theirs}, so there is no number to compare ${where} with. Select another cell.`,
    );
  const isThere = ({ localAddress }: Headline): boolean => localAddress === where;
  const known = before.compared.comparison.headlines.find(isThere);
  if (known !== undefined) return fail('known', `${where} is the headline ${known.name} already.`);
  const { added, removed } = before.choice;
  const gone = found.comparison.headlines.find(isThere);
  if (gone !== undefined) {
    const still = removed.filter((name) => name.toLowerCase() !== gone.name.toLowerCase());
    return succeed({ name: gone.name, choice: { added, removed: still } });
  }
  return succeed({ name: one.name, choice: { removed, added: [...added, { label, official: one.officialAddress, local: where }] } });
}

/** A choice with one headline more, and what that one is called. */
export interface AddedHeadline {
  readonly name: string;
  readonly choice: HeadlineChoice;
}

function lostInWords({ label, official, local }: ChosenHeadline): string {
  const address = local ?? official ?? '';
  return label === ''
    ? `The headline that you chose at ${address} can no longer be told: rows or columns moved, and the cell has no label to find it by. Remove it, or add its cell again.`
    : `The headline ${label} that you chose (${address}) was not found: no one cell of its sheet is called so. Remove it, or add its cell again.`;
}

function gridOf({ official, local, correspondence }: ComparedWorkbooks): CommonGrid {
  return new CommonGrid(official, local, correspondence.sheets);
}
