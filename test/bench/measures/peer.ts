import daff from 'daff';
import { compare } from '../../../src/core/compare/compare';
import { valueAt } from '../../../src/core/workbook/cellAt';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { findingOf, type Finding, type Target } from '../Findings';
import { bytesOf, MILLION, misses, snapshotOf, type LargePair } from '../LargePair';

const ROUNDS = 8;

/**
 * Comparing beside daff, which compares tables. Both begin with their own form of the cells in memory and end with the
 * list of what differs: for Tieout snapshots and differences, formulas included; for daff rows of values (it knows no
 * formulas) and its table of changes.
 */
export async function measurePeer(pair: LargePair): Promise<{ findings: readonly Finding[]; targets: readonly Target[] }> {
  const official = await snapshotOf(bytesOf(pair.official), 'official.xlsx');
  const local = await snapshotOf(bytesOf(pair.local), 'local.xlsx');
  const ours: number[] = [];
  const theirs: number[] = [];
  let missed = 0;
  let missedByDaff = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const begin = performance.now();
    const comparison = compare(official, local);
    ours.push(performance.now() - begin);
    missed += misses(comparison, MILLION);
  }
  // Not there before: neither is to pay for clearing up what the other holds.
  const tables = [valuesOf(official), valuesOf(local)] as const;
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    const alignment = daff.compareTables(new daff.TableView(tables[0]), new daff.TableView(tables[1])).align();
    const changes: unknown[][] = [];
    new daff.TableDiff(alignment, new daff.CompareFlags()).hilite(new daff.TableView(changes));
    theirs.push(performance.now() - started);
    const edited = changes.filter(([action]) => String(action).includes('->')).length;
    const inserted = changes.filter(([action]) => action === '+++').length;
    missedByDaff += Math.abs(edited - MILLION.edits) + Math.abs(inserted - MILLION.inserted);
  }
  const found = [findingOf('Tieout, snapshots to differences', ours), findingOf('daff, rows of values to changes', theirs)] as const;
  return {
    findings: found,
    targets: [
      { what: 'planted differences missed by Tieout, or others found', measured: missed, most: 0 },
      { what: 'edited and inserted rows missed by daff, or others found', measured: missedByDaff, most: 0 },
      { what: 'daff, in times of Tieout', measured: found[1].quickest / found[0].quickest, least: 10 },
    ],
  };
}

function valuesOf(snapshot: Snapshot): unknown[][] {
  const { cells } = snapshot.sheets[0]!;
  const rows: unknown[][] = [];
  for (let p = 0; p < cells.count; p++) (rows[cells.row[p]! - 1] ??= [])[cells.column[p]! - 1] = valueAt(snapshot, cells, p);
  return rows;
}
