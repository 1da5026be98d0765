import type { FileUndo } from '../app/undoFile';
import type { UndoneJson } from '../app/undoneSchema';

/** An undo as `--json` prints it (schema tieout.undone/1). */
export function undoJson({ receipt, steps, outcome, base, undoneBy, bytes }: FileUndo, out: string | null): UndoneJson {
  return {
    schema: 'tieout.undone/1',
    receipt: receipt.id,
    undoneBy: bytes === null ? null : undoneBy,
    out,
    steps,
    cells: outcome.cells,
    skipped: outcome.skipped,
    base,
    signatureBroken: outcome.signatureBroken,
  };
}
