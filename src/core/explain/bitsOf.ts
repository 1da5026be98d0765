/** Which bits of a coalition are set, the lowest first. */
export function bitsOf(bits: number): number[] {
  return Array.from({ length: 31 }, (_, k) => k).filter((k) => (bits & (1 << k)) !== 0);
}
