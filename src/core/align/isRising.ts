/** True when matched lines come in the same order on both sides. */
export function isRising(match: Int32Array): boolean {
  let highest = 0;
  for (const partner of match) {
    if (partner === 0) continue;
    if (partner < highest) return false;
    highest = partner;
  }
  return true;
}
