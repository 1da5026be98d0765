import type { CatalogModel } from '../../core/catalog/Catalog';
import { readDefinitions } from '../../core/definitions/readDefinitions';
import type { Definition } from '../../core/definitions/Definition';
import { reachesOutside } from '../../core/formula/reachesOutside';
import { isCellError, type CellValue } from '../../core/workbook/CellValue';
import type { Snapshot } from '../../core/workbook/Snapshot';
import { whatElse } from '../headlineDoubts';
import type { CheckedFormula } from '../ports/ResultChecker';

/** What can be found wrong with a workbook that is to be published. */
export const FINDINGS = ['unfinished', 'results', 'headlines', 'definitions', 'links', 'current'] as const;

/** One thing that is wrong with it, in a sentence or two, with the way out. */
export interface Finding {
  readonly about: (typeof FINDINGS)[number];
  readonly sentence: string;
}

/** A headline where the workbook has it; null address where it does not. */
export interface FoundHeadline {
  readonly name: string;
  readonly address: string | null;
  readonly value: CellValue;
}

const MOST_NAMED = 3;

/** What is wrong with a workbook that is to be the official model: stale results, headlines without a number, gaps in its dictionary, links. */
export function checkOfficial(
  snapshot: Snapshot,
  model: Pick<CatalogModel, 'definitions'>,
  headlines: readonly FoundHeadline[],
  results: readonly CheckedFormula[],
): readonly Finding[] {
  return [
    ...staleResults(snapshot, results),
    ...badHeadlines(headlines),
    ...gaps(snapshot, model.definitions),
    ...links(snapshot, results),
  ];
}

function staleResults({ calculation }: Snapshot, results: readonly CheckedFormula[]): Finding[] {
  const recalculate = 'Calculate the workbook in Excel (Ctrl+Alt+F9) and save it.';
  const wrong = results.filter(({ outcome }) => outcome === 'different');
  if (wrong.length === 0) {
    return calculation === 'unfinished'
      ? [{ about: 'results', sentence: `The workbook was saved before all of it was calculated. ${recalculate}` }]
      : [];
  }
  const named = some(
    wrong.map(({ place, stored, calculated }) => `${place} shows ${inWords(stored)} and calculates to ${inWords(calculated)}`),
  );
  const what = wrong.length === 1 ? 'One formula shows' : `${wrong.length.toLocaleString('en-US')} formulas show`;
  return [{ about: 'results', sentence: `${what} another result than calculating gives: ${named}. ${recalculate}` }];
}

function badHeadlines(headlines: readonly FoundHeadline[]): Finding[] {
  return headlines.flatMap(({ name, address, value }): Finding[] => {
    if (address === null)
      return [
        { about: 'headlines', sentence: `The headline ${name} is not in the workbook any more. Put it back, or take it off the catalog.` },
      ];
    const what = whatElse(value);
    if (what === null) return [];
    const where = address === name ? name : `${name} (${address})`;
    return [{ about: 'headlines', sentence: `The headline ${where} ${what}, not a number. Put it right in the workbook.` }];
  });
}

function gaps(snapshot: Snapshot, wanted: string | undefined): Finding[] {
  const definitions = readDefinitions(snapshot);
  if (wanted !== undefined && !definitions.some(({ sheet }) => snapshot.sheets[sheet]!.name.toLowerCase() === wanted.toLowerCase())) {
    return [
      {
        about: 'definitions',
        sentence: `There is no dictionary of metrics on a sheet ${wanted}, where the catalog says it is. Put it back.`,
      },
    ];
  }
  const open = definitions.flatMap((definition) => {
    const missing = missingFields(definition);
    return missing.length === 0 ? [] : [`${definition.metric} has no ${missing.join(' and no ')}`];
  });
  return open.length === 0 ? [] : [{ about: 'definitions', sentence: `The dictionary is not complete: ${some(open)}. Fill it in.` }];
}

function missingFields({ columns, texts }: Definition): string[] {
  const isBlank = (field: keyof Definition['texts']): boolean => (texts[field] ?? '') === '';
  const broken = Object.values(texts).some((text) => text.includes('#REF!'));
  return [
    ...(isBlank('definition') && isBlank('formula') && isBlank('reference') ? ['definition'] : []),
    ...(['unit', 'owner'] as const).filter((field) => columns[field] !== undefined && isBlank(field)),
    ...(broken ? ['cell it refers to'] : []),
  ];
}

function links({ externalLinks, names, sheets }: Snapshot, results: readonly CheckedFormula[]): Finding[] {
  const outside = [
    ...results.flatMap(({ place, formula }) => (reachesOutside(formula) ? [`${place} holds =${formula}`] : [])),
    ...names.flatMap(({ name, formula }) => (reachesOutside(formula) ? [`the name ${name} stands for =${formula}`] : [])),
    ...sheets.flatMap(({ name, validations }) =>
      validations.some(({ formula1, formula2 }) => reachesOutside(formula1) || reachesOutside(formula2))
        ? [`a rule for entries on ${name}`]
        : [],
    ),
  ];
  const targets = externalLinks.map(({ target }) => target);
  if (targets.length + outside.length === 0) return [];
  const found = [targets.length === 0 ? '' : `it is linked to ${some(targets)}`, outside.length === 0 ? '' : some(outside)].filter(
    (part) => part !== '',
  );
  return [
    {
      about: 'links',
      sentence: `The workbook reaches outside itself: ${found.join('; ')}. Break the links (Data, Edit Links), also where names and rules hide them.`,
    },
  ];
}

function some(texts: readonly string[]): string {
  const more = texts.length - MOST_NAMED;
  return texts.slice(0, MOST_NAMED).join('; ') + (more > 0 ? `; and ${more.toLocaleString('en-US')} more` : '');
}

function inWords(value: CellValue): string {
  if (value === null || value === '') return 'nothing';
  return isCellError(value) ? value.error : typeof value === 'string' ? `“${value}”` : String(value);
}
