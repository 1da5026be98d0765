import type { WorkbookHost } from '../../app/ports/WorkbookHost';
import type { Failure } from '../../core/Result';
import { stringifyRange } from '../../core/workbook/Address';
import { parsePlace } from '../lists/findDifferenceAt';

/** Selects places in the sheet, and knows which selections that Excel reports are its own. */
export interface Selector {
  /** One place at a time; of those asked for meanwhile only the last. */
  select(sheet: string, address: string): void;
  /** Whether a reported selection comes from here, and so is no move of the user's. */
  isOwn(sheet: string, address: string): boolean;
}

interface Place {
  readonly sheet: string;
  readonly address: string;
}

/** After so many milliseconds a selection that was not reported never will be: the place was selected already. */
const LATEST = 10_000;

/** A selector over the open workbook; `failed` is told why a place could not be selected. */
export function createSelector(host: Pick<WorkbookHost, 'select'>, now: () => number, failed: (failure: Failure) => void): Selector {
  let wanted: Place | null = null;
  let selecting = false;
  let expected: readonly (Place & { readonly until: number })[] = [];

  async function selectWanted(): Promise<void> {
    selecting = true;
    try {
      while (wanted !== null) {
        const { sheet, address }: Place = wanted;
        wanted = null;
        expected = [...expected, { sheet, address, until: now() + LATEST }];
        const selected = await host.select(sheet, address);
        if (!selected.ok) failed(selected.failure);
      }
    } finally {
      selecting = false;
    }
  }

  return {
    select(sheet, address) {
      wanted = { sheet, address };
      if (!selecting) void selectWanted();
    },
    isOwn(sheet, address) {
      const place = placeOf({ sheet, address });
      const at = expected.findIndex((own) => own.until > now() && placeOf(own) === place);
      // Reports come in order: what was expected before this one will not come any more.
      if (at >= 0) expected = expected.slice(at + 1);
      return at >= 0 || selecting;
    },
  };
}

function placeOf({ sheet, address }: Place): string {
  const range = parsePlace(address);
  return `${sheet}!${range ? stringifyRange(range) : address}`;
}
