import fc from 'fast-check';
import { closestOf, closestVersions, type Distance } from '../../../src/app/catalog/closestVersions';
import { fail, succeed, type Result } from '../../../src/core/Result';
import { model, versionOf } from '../../support/catalog';
import { WATCH } from '../../support/publication';

const distances = fc.array(fc.option(fc.record({ causes: fc.nat(3), cells: fc.nat(3) })), { minLength: 1, maxLength: 15 });

/** A model whose versions, newest first, lie so far from the workbook; null for one that cannot be compared. */
const laidOut = (far: readonly (Distance | null)[]) => {
  const versions = far.map((_, index) => versionOf(`v${far.length - index}`, new Uint8Array([index]), { workbook: `${index}.xlsx` }));
  const looked: string[] = [];
  const tools = {
    fetch: async ({ workbook }: { workbook: string }) => succeed({ name: workbook, bytes: new Uint8Array() }),
    measure: async ({ name }: { name: string }): Promise<Result<Distance>> => {
      looked.push(name);
      const distance = far[Number.parseInt(name)];
      return distance == null ? fail('bad-file', 'It cannot be read.') : succeed(distance);
    },
  };
  return { looked, tools, model: model(versions) };
};

test('the newest twelve are looked at and told by how far they are, equally far ones newest first, those that cannot be compared last', async () => {
  await fc.assert(
    fc.asyncProperty(distances, async (far) => {
      const { looked, tools, model } = laidOut(far);
      const result = await closestVersions(model, tools, WATCH);
      const seen = far.slice(0, 12);
      expect(looked).toHaveLength(seen.length);
      if (seen.every((distance) => distance === null)) return expect(result).toMatchObject({ failure: { code: 'no-version' } });
      if (!result.ok) throw new Error(result.failure.message);
      const told = result.value.map(({ distance, version }) => ({ distance, at: Number.parseInt(version.workbook) }));
      expect(told.map(({ at }) => at).sort((a, b) => a - b)).toEqual(seen.map((_, index) => index));
      const rank = ({ distance, at }: (typeof told)[number]) =>
        (distance === null ? 1e6 : distance.causes * 1e4 + distance.cells * 1e2) + at;
      expect(told).toEqual([...told].sort((a, b) => rank(a) - rank(b)));
      const least = Math.min(...seen.flatMap((distance) => (distance === null ? [] : [distance.causes * 100 + distance.cells])));
      expect(closestOf(result.value)).toHaveLength(
        seen.filter((distance) => distance !== null && distance.causes * 100 + distance.cells === least).length,
      );
    }),
  );
});

test('it can be cancelled between two versions', async () => {
  const { looked, tools, model } = laidOut([{ causes: 1, cells: 1 }, null, null]);
  const signal = { aborted: false };
  const result = await closestVersions(model, tools, { signal, progress: () => (signal.aborted = looked.length === 1) });
  expect(result).toMatchObject({ failure: { code: 'cancelled' } });
  expect(looked).toHaveLength(1);
});
