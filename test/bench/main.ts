/**
 * `npm run bench`: measures reading and comparing on workbooks of a million cells and ends with 1 when a target is
 * missed. Times are told as ratios of measures of one run, so that any computer can run it; it is not part of the checks.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMet, printFindings, type Finding, type Target } from './Findings';
import { largeWorkbook } from './LargeModel';
import { MILLION, type LargePair } from './LargePair';
import { measureApply } from './measures/apply';
import { measureBridge } from './measures/bridge';
import { measureEdit } from './measures/edit';
import { measureEngine } from './measures/engine';
import { measureFile } from './measures/file';
import { measureGrowth } from './measures/growth';
import { measureJob } from './measures/job';
import { measurePeer } from './measures/peer';

interface Measured {
  readonly findings: readonly Finding[];
  readonly targets: readonly Target[];
}

const MEASURES = {
  job: { title: 'Two workbooks of 1,000,000 cells, 1,000 edits, 20 inserted rows', run: measureJob },
  peer: { title: 'Comparing the same cells, in memory', run: measurePeer },
  edit: { title: 'One edit in a compared workbook of 100,000 cells', run: measureEdit },
  bridge: { title: 'Why a headline differs, from compared workbooks on', run: measureBridge },
  engine: { title: 'Setting an input and reading a headline, in a model of 8,677 formulas', run: measureEngine },
  apply: { title: 'Syncing 10,000 changed cells in Excel, through office.js', run: measureApply },
  file: { title: 'Syncing the file of 1,000,000 cells in place, from the plan to the bytes', run: measureFile },
  growth: { title: 'Comparing as models grow', run: measureGrowth },
} as const;
type Name = keyof typeof MEASURES;

const [name, official = '', local = ''] = process.argv.slice(2);
if (name === undefined) runAll();
else console.log(JSON.stringify(await MEASURES[name as Name].run({ official, local })));

function runAll(): void {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-bench-'));
  try {
    const pair: LargePair = { official: join(folder, 'official.xlsx'), local: join(folder, 'local.xlsx') };
    for (const side of ['official', 'local'] as const) writeFileSync(pair[side], largeWorkbook(MILLION, side));
    const met = (Object.keys(MEASURES) as Name[]).map((each) => {
      const { findings, targets } = inProcessOfItsOwn(each, pair);
      printFindings(MEASURES[each].title, findings, targets);
      return targets.every(isMet);
    });
    if (!met.every(Boolean)) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** So that neither memory nor what was compiled for another measure counts. */
function inProcessOfItsOwn(measure: Name, { official, local }: LargePair): Measured {
  const file = fileURLToPath(import.meta.url);
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', file, measure, official, local], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Measured;
}
