import type { Driver } from '../../core/explain/Driver';
import type { Regrouping } from '../../core/explain/Regrouping';

/** The grouping with a driver in its parts; one that was put together by hand is taken apart into what it was put together from. */
export function takeApart(regrouping: Regrouping, { causes }: Pick<Driver, 'causes'>): Regrouping {
  const { together, apart } = regrouping;
  const own = new Set(causes);
  const kept = together.filter((entry) => !entry.some((id) => own.has(id)));
  if (apart.some((entry) => entry.length === causes.length && entry.every((id) => own.has(id)))) return regrouping;
  return kept.length < together.length ? { together: kept, apart } : { together, apart: [...apart, causes] };
}

/** The grouping with several drivers as one. */
export function joinTogether({ together, apart }: Regrouping, drivers: readonly Pick<Driver, 'causes'>[]): Regrouping {
  const causes = drivers.flatMap((driver) => driver.causes);
  const own = new Set(causes);
  const isOther = (entry: readonly string[]): boolean => !entry.some((id) => own.has(id));
  // A part that was opened before would be opened again at once.
  return { together: [...together.filter(isOther), causes], apart: apart.filter((entry) => !entry.every((id) => own.has(id))) };
}
