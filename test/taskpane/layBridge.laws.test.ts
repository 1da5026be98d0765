import fc from 'fast-check';
import type { Bridge } from '../../src/core/explain/Bridge';
import { layBridge } from '../../src/taskpane/lists/layBridge';

const amounts = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 20 });

function bridgeOf(parts: readonly number[], unexplained = 0): { bridge: Bridge; drivers: Parameters<typeof layBridge>[2]['drivers'] } {
  const bars = parts.map((amount, k) => ({ driver: `d${k}`, amount, error: 0 })).sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  const gap = parts.reduce((sum, amount) => sum + amount, unexplained);
  const drivers = [...parts, 0].map((_, k) => ({ id: `d${k}`, name: `Driver ${k}`, kind: 'assumption', causes: [`c${k}`] }) as const);
  const bridge = { headline: 'Net', gap, bars, unexplained, exact: true, interactions: [], apart: [`d${parts.length}`], fewest: null };
  return { bridge, drivers };
}

test('bars lead from official to yours, each from where the one before ended, and sum to the gap', () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: -50, max: 50 }), fc.integer({ min: -100_000, max: 100_000 }), (parts, rest, official) => {
      const { bridge, drivers } = bridgeOf(parts, rest);
      fc.pre(bridge.gap !== 0);
      const layout = layBridge(bridge, official, { drivers });
      const steps = [...layout.bars, ...layout.others, ...(layout.unexplained ? [layout.unexplained] : [])];
      let at = layout.official.to;
      for (const { from, to } of steps) {
        expect(from).toBeCloseTo(at, 9);
        at = to;
      }
      expect(layout.yours.to).toBeCloseTo(at, 9);
      expect(steps.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(bridge.gap, 9);
      if (steps.length > 0) expect(steps.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      for (const { from, to } of [layout.official, layout.yours, ...steps])
        for (const place of [from, to]) expect(place).toBe(Math.min(1 + 1e-9, Math.max(-1e-9, place)));
    }),
  );
});

test('every driver is a bar, one of the small ones, or has no effect; the one bar of the small ones is their sum', () => {
  fc.assert(
    fc.property(amounts, (parts) => {
      const { bridge, drivers } = bridgeOf(parts);
      fc.pre(bridge.gap !== 0);
      const { bars, others, other, apart } = layBridge(bridge, 500, { drivers });
      const ids = [...bars.map(({ driver }) => driver.id), ...others.map(({ driver }) => driver.id), ...apart.map(({ id }) => id)];
      expect(ids.sort()).toEqual(drivers.map(({ id }) => id).sort());
      expect(bars.length).toBeLessThanOrEqual(8);
      expect(others).not.toHaveLength(1);
      expect(other?.amount ?? 0).toBe(others.reduce((sum, { amount }) => sum + amount, 0));
    }),
  );
});

test('a gap that would not be seen cuts the bars of official and yours; another begins them at nothing', () => {
  const { bridge, drivers } = bridgeOf([60, 40]);
  const small = layBridge(bridge, 10_000, { drivers });
  expect([small.cut, small.official.from, small.yours.to]).toEqual([true, 0, 1]);
  expect(small.bars[0]!.to - small.bars[0]!.from).toBeGreaterThan(0.3);
  const large = layBridge(bridge, 100, { drivers });
  expect([large.cut, large.official]).toEqual([false, { from: 0, to: 0.5 }]);
  const below = layBridge(bridge, -10_000, { drivers });
  expect([below.cut, below.official.from]).toEqual([true, 1]);
});
