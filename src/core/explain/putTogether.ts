import type { Driver } from './Driver';

/** So many are as many as anyone puts together by hand, and leave room for what they were taken out of. */
const MOST = 8;

/** Several drivers as one. */
export function joinDrivers(drivers: readonly Driver[]): Driver {
  const [first] = drivers;
  return drivers.length === 1
    ? first!
    : { ...first!, name: drivers.map(({ name }) => name).join(' + '), causes: drivers.flatMap(({ causes }) => causes) };
}

/**
 * The drivers with the causes of each entry of `together` as one driver, in the place of the first that has any of them. A driver of which
 * only some causes are wanted keeps the others; `nameOf` calls either part of it.
 */
export function putTogether(
  drivers: readonly Driver[],
  together: readonly (readonly string[])[],
  nameOf: (causes: ReadonlySet<string>) => string,
): readonly Driver[] {
  const part = (driver: Driver, causes: readonly string[]): Driver =>
    causes.length === driver.causes.length ? driver : { ...driver, id: `driver-${causes[0]!}`, name: nameOf(new Set(causes)), causes };
  return together.slice(0, MOST).reduce<readonly Driver[]>((left, entry) => {
    const wanted = new Set(entry);
    const taken = left.flatMap((driver) => {
      const causes = driver.causes.filter((id) => wanted.has(id));
      return causes.length === 0 ? [] : [part(driver, causes)];
    });
    if (taken.length < 2) return left;
    const one = joinDrivers(taken);
    let isIn = false;
    return left.flatMap((driver) => {
      const causes = driver.causes.filter((id) => !wanted.has(id));
      const rest = causes.length === driver.causes.length ? [driver] : causes.length === 0 ? [] : [part(driver, causes)];
      if (causes.length === driver.causes.length || isIn) return rest;
      isIn = true;
      return [one, ...rest];
    });
  }, drivers);
}
