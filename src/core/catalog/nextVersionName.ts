/** What the version after one is likely to be called: its last number and one, `v14` → `v15`; empty where it has none. */
export function nextVersionName(version: string): string {
  const found = /^(.*?)(\d{1,9})(\D*)$/s.exec(version);
  if (found === null) return '';
  const [, before = '', digits = '', behind = ''] = found;
  return before + String(Number(digits) + 1).padStart(digits.length, '0') + behind;
}
