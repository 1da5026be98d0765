import { cellsOfLine, type LineIndex } from './LineIndex';

/**
 * Rows typed below the other side's last one stand where that side is blank: they are paired with those blank rows, so
 * that references past the end keep meaning the same.
 */
export function extendEnd(match: Int32Array, [official, local]: readonly [LineIndex, LineIndex]): [number, number, Int32Array] {
  let lastOfficial = official.count;
  while (lastOfficial > 0 && match[lastOfficial] === 0) lastOfficial--;
  const lastLocal = match.reduce((last, j) => Math.max(last, j), 0);
  if (lastLocal !== match[lastOfficial]) return extendBlank(match, official, local);
  const moreOfficial = official.count - lastOfficial;
  const moreLocal = local.count - lastLocal;
  if ((moreOfficial === 0) === (moreLocal === 0)) return [official.count, local.count, match];
  const more = moreOfficial + moreLocal;
  const extended = new Int32Array(lastOfficial + more + 1);
  extended.set(match.subarray(0, lastOfficial + 1));
  for (let k = 1; k <= more; k++) extended[lastOfficial + k] = lastLocal + k;
  return [lastOfficial + more, lastLocal + more, extended];
}

/** Where the last lines moved, blank ones that stood before them on one side are paired with those past the other's end. */
function extendBlank(match: Int32Array, official: LineIndex, local: LineIndex): [number, number, Int32Array] {
  const back = new Int32Array(local.count + 1);
  match.forEach((j, i) => {
    if (j !== 0) back[j] = i;
  });
  const extended = [...match];
  let localCount = local.count;
  for (let i = back[local.count]! + 1; i > 1 && i <= official.count && match[i] === 0 && cellsOfLine(official, i) === 0; i++) {
    extended[i] = ++localCount;
  }
  let officialCount = official.count;
  for (let j = match[official.count]! + 1; j > 1 && j <= local.count && back[j] === 0 && cellsOfLine(local, j) === 0; j++) {
    extended[++officialCount] = j;
  }
  return [officialCount, localCount, Int32Array.from(extended)];
}
