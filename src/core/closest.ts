/** Texts further away than this share of their length are not meant. */
const FURTHEST = 0.45;

/** Those of `known` that a mistyped text probably means, the likeliest first; capitals and what stands between words do not count. */
export function closest(text: string, known: readonly string[], most = 3): string[] {
  const wanted = plain(text);
  const rated = [...new Set(known)].flatMap((each) => {
    const other = plain(each);
    if (wanted === '' || other === '') return [];
    const within = wanted.length >= 3 && other.includes(wanted);
    const distance = within ? 0.1 : editDistance(wanted, other) / Math.max(wanted.length, other.length);
    return distance <= FURTHEST ? [{ each, distance }] : [];
  });
  return rated
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ each }) => each);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s_.'$·]+/g, '');
}

/** How many letters must be put in, taken out or replaced (Levenshtein 1966). */
function editDistance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++)
      row.push(Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    before = row;
  }
  return before[b.length]!;
}
