import type { Watch } from '../core/Watch';

/** One progress over the files that are read side by side. */
export function readingProgress(
  sides: readonly ('official' | 'local')[],
  { progress }: Watch,
): Record<'official' | 'local', (done: number) => void> {
  const done = { official: 0, local: 0 };
  const doing = sides.length > 1 ? 'Reading both workbooks' : 'Reading your workbook';
  const tell = () => progress(doing, sides.reduce((sum, side) => sum + done[side], 0) / sides.length);
  const take = (side: 'official' | 'local') => (share: number) => {
    done[side] = Math.max(done[side], share);
    tell();
  };
  tell();
  return { official: take('official'), local: take('local') };
}
