import type { Watch } from '../../core/Watch';

/** Slices are up to 4 MB; Excel on the iPad takes 64 KB only. */
const SLICE_SIZES = [4 * 1024 * 1024, 65_536];

/**
 * The bytes of the open workbook with all unsaved edits; null where this Excel does not give them out, or not within
 * `patience` milliseconds a step, or when the user cancelled.
 */
export async function readFile(watch: Watch, patience: number): Promise<Uint8Array | null> {
  for (const sliceSize of SLICE_SIZES) {
    const file = await ask<Office.File>(
      (done) => Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize }, done),
      patience,
      (late) => late.closeAsync(),
    );
    if (file === 'no-answer') return null;
    if (file === null) continue;
    try {
      return await readSlices(file, watch, patience);
    } finally {
      // Excel keeps two files open at most.
      await ask<void>((done) => file.closeAsync(done), patience);
    }
  }
  return null;
}

async function readSlices(file: Office.File, watch: Watch, patience: number): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(file.size);
  let at = 0;
  for (let index = 0; index < file.sliceCount; index++) {
    if (watch.signal.aborted) return null;
    const slice = await ask<Office.Slice>((done) => file.getSliceAsync(index, done), patience);
    if (slice === null || slice === 'no-answer' || at + slice.data.length > bytes.length) return null;
    bytes.set(slice.data as ArrayLike<number>, at);
    at += slice.data.length;
    watch.progress('Reading your workbook', at / bytes.length);
  }
  return at === bytes.length ? bytes : null;
}

/** The answer of one call of Office's common API; null when it is refused. What comes too late is handed to `abandon`. */
function ask<T>(
  call: (done: (result: Office.AsyncResult<T>) => void) => void,
  patience: number,
  abandon: (late: T) => void = () => undefined,
): Promise<T | null | 'no-answer'> {
  return new Promise((resolve) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      resolve('no-answer');
    }, patience);
    call((result) => {
      clearTimeout(timer);
      const value = result.status === Office.AsyncResultStatus.Succeeded ? result.value : null;
      if (late && value !== null) abandon(value);
      resolve(value);
    });
  });
}
