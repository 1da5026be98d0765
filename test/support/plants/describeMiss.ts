import type { Miss } from './Score';
import { describeSheet } from '../describeSheet';
import { snapshotOfBook } from './snapshotOfBook';
import type { TracedBook } from './TracedBook';

/** A miss in words: how to make it again, what was planted, what is wrong, and the books where they are small. */
export function describeMiss({ id, plan, trial, misses }: Miss, books = false): string {
  const planted = trial.plants.map(({ side, words }) => `  ${side}: ${words}`);
  const lines = [`TIEOUT_PLANT='${id}'`, `planted${typeof plan.model === 'number' ? ` in model ${plan.model}` : ''}:`, ...planted];
  const wrong = misses.slice(0, 12).map((text) => `  ${text}`);
  if (misses.length > wrong.length) wrong.push(`  … and ${misses.length - wrong.length} more`);
  return [...lines, 'wrong:', ...wrong, ...(books ? [textOf('official', trial.official), textOf('local', trial.local)] : [])].join('\n');
}

function textOf(side: string, book: TracedBook): string {
  const snapshot = snapshotOfBook(book);
  return snapshot.sheets
    .map(({ name }, k) => {
      const rows = new Map<string, string[]>();
      for (const [address, text] of Object.entries(describeSheet(snapshot, k))) {
        const row = /\d+/.exec(address)![0];
        rows.set(row, [...(rows.get(row) ?? []), `${address}: ${text}`]);
      }
      return [`${side} ${name}`, ...[...rows.values()].map((cells) => `  ${cells.join('  ')}`)].join('\n');
    })
    .join('\n');
}
