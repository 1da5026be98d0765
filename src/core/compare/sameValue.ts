/** Days between the two date systems' zero. */
export const DATE_SYSTEM_SHIFT = 1462;

/** Results of formulas this close to each other are one number whatever their size: what is left of subtracting equals. */
const NOISE = 1e-12;

/** True when two numbers are equal but for a relative tolerance; `noise` also forgives what subtraction leaves behind. */
export function sameNumber(a: number, b: number, tolerance: number, noise: boolean): boolean {
  if (a === b) return true;
  const gap = Math.abs(a - b);
  return gap <= tolerance * Math.max(Math.abs(a), Math.abs(b)) || (noise && gap <= NOISE) || (Number.isNaN(a) && Number.isNaN(b));
}

/** What a text cell and the number in it, or two texts, differ by, when it is next to nothing; else an empty text. */
export function noteOnTexts(a: string, b: string): string {
  if (a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim()) return 'only spaces differ';
  if (a.toLowerCase() === b.toLowerCase()) return 'only capitals differ';
  return '';
}

/** True when this is a text that Excel would read as that number. */
export function isNumberAsText(text: string, number: number): boolean {
  const trimmed = text.trim();
  return trimmed !== '' && Number(trimmed) === number;
}
