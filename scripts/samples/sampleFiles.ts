import type { ForkList } from './ForkList';
import { financeCopy } from './forks/finance';
import { productCopy } from './forks/product';
import { salesOpsCopy } from './forks/salesOps';
import { officialModel } from './official/officialModel';
import type { Workbook } from './Workbook';
import { writeWorkbook } from './writeWorkbook';

/** One workbook of assets/samples; `forks` is null for the official model. */
export interface Sample {
  /** The file's name. */
  readonly name: string;
  readonly workbook: Workbook;
  readonly forks: ForkList | null;
}

const OFFICIAL = 'revenue-model-fy26-official.xlsx';
const COPIES = { finance: financeCopy, 'sales-ops': salesOpsCopy, product: productCopy };

/** The official model and its three shadow copies, calculated. */
export function makeSamples(): Sample[] {
  const official = officialModel();
  const copies = Object.entries(COPIES).map(([team, fork]): Sample => {
    const copy = fork(official);
    const name = `revenue-model-fy26-${team}.xlsx`;
    return { name, forks: copy.finish({ official: OFFICIAL, local: name }), workbook: copy.workbook };
  });
  return [{ name: OFFICIAL, workbook: official, forks: null }, ...copies];
}

/** The files of assets/samples by name: workbooks, and beside each copy the list of its forks; the same bytes every time. */
export function sampleFiles(samples: readonly Sample[] = makeSamples()): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const { name, workbook, forks } of samples) {
    files.set(name, writeWorkbook(workbook));
    if (forks) files.set(name.replace('.xlsx', '.forks.json'), new TextEncoder().encode(`${JSON.stringify(forks, null, 2)}\n`));
  }
  return files;
}
