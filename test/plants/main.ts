import { describeMiss } from '../support/plants/describeMiss';
import { PLANT_KINDS, type PlantKind } from '../support/plants/kinds/plantKinds';
import { scoreOf } from '../support/plants/Score';

const kinds = Object.keys(PLANT_KINDS) as PlantKind[];
const wanted = { plants: Number(process.argv[2] ?? 500), seed: Number(process.argv[3] ?? 1) };
const only = process.argv[4];

let misses = 0;
for (const kind of kinds) {
  if (only !== undefined && !kind.includes(only)) continue;
  const score = scoreOf(kind, [kind], wanted);
  console.log(String(score));
  for (const miss of score.misses.slice(0, Number(process.argv[5] ?? 1))) console.log(describeMiss(miss, process.argv[6] !== undefined));
  misses += score.misses.length;
}
process.exitCode = misses > 0 ? 1 : 0;
