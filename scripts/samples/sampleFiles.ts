import { financeCopy } from './forks/finance';
import { productCopy } from './forks/product';
import { salesOpsCopy } from './forks/salesOps';
import { officialModel } from './official/officialModel';
import { writeWorkbook } from './writeWorkbook';

const OFFICIAL = 'revenue-model-fy26-official.xlsx';
const COPIES = { finance: financeCopy, 'sales-ops': salesOpsCopy, product: productCopy };

/** The files of assets/samples by name: the official model, its shadow copies and the lists of their forks; the same bytes every time. */
export function sampleFiles(): Map<string, Uint8Array> {
  const official = officialModel();
  const files = new Map([[OFFICIAL, writeWorkbook(official)]]);
  for (const [team, fork] of Object.entries(COPIES)) {
    const name = `revenue-model-fy26-${team}`;
    const copy = fork(official);
    const list = copy.finish({ official: OFFICIAL, local: `${name}.xlsx` });
    files.set(`${name}.xlsx`, writeWorkbook(copy.workbook));
    files.set(`${name}.forks.json`, new TextEncoder().encode(`${JSON.stringify(list, null, 2)}\n`));
  }
  return files;
}
