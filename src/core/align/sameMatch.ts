/** True when two matches of the same lines pair them alike. */
export function sameMatch(a: Int32Array, b: Int32Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
