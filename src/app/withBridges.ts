import type { Comparison, Headline } from '../core/compare/Comparison';
import type { Explanation } from './Explanation';
import { gapDoubts } from './gapDoubts';

/** What no driver makes is a bar of this name. */
export const UNEXPLAINED = 'unexplained';

/**
 * The comparison with the bridge of every headline that has one, the largest bar first and what is unexplained last, and with the fewest
 * causes that bring all headlines to official; what is not explained is told among the warnings.
 */
export function withBridges(comparison: Comparison, explanation: Explanation): Comparison {
  const { drivers, bridges, fewest } = explanation;
  const warnings = [...comparison.warnings, ...gapDoubts(explanation)];
  const driverOf = new Map(drivers.map((driver) => [driver.id, driver]));
  const bridgeOf = new Map(bridges.map((bridge) => [bridge.headline, bridge]));
  const headlines = comparison.headlines.map((headline): Headline => {
    const bridge = bridgeOf.get(headline.name);
    if (bridge === undefined) return headline;
    const bars = bridge.bars.map(({ driver, amount }) => {
      const { name, causes } = driverOf.get(driver)!;
      return { driver: name, causes, amount };
    });
    const rest = bridge.unexplained === 0 ? [] : [{ driver: UNEXPLAINED, causes: [], amount: bridge.unexplained }];
    return { ...headline, bridge: [...bars, ...rest], exact: bridge.exact && bridge.unexplained === 0 };
  });
  if (fewest === null) return { ...comparison, headlines, warnings };
  const { names, causes, headlines: brought, exact } = fewest;
  return { ...comparison, headlines, warnings, fewest: { drivers: names, causes, headlines: brought, exact } };
}
