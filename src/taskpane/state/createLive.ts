import { followEdits } from '../../app/followEdits';
import type { Calculation, HostChange } from '../../app/ports/WorkbookHost';
import type { SheetRange } from '../../core/update/CellUpdate';
import { parsePlace } from '../lists/findDifferenceAt';
import type { StepsContext } from './createSteps';

/** Keeps the comparison on show right while the user edits, without being asked. */
export interface Live {
  /** Takes in what changed in the workbook. */
  changed(change: HostChange): void;
  /** Excel has calculated. */
  calculated(): void;
  /** All of the workbook is about to be compared anew; what is returned takes whether that came about, so that edits before it need no following. */
  comparing(): (compared: boolean) => void;
  /** Something may stand no longer in the way. */
  wake(): void;
  close(): void;
}

/** So that a fill or a paste which comes in pieces is taken at once, in milliseconds. */
const SETTLE = 40;
/** While Excel calculates it is asked so often, in milliseconds, whether it is done. */
const ASK_AGAIN = 300;

const GONE: readonly string[] = ['nothing-compared', 'worker-stopped', 'cancelled'];

/**
 * Follows edits while a comparison is on show and nothing else is done, once Excel has calculated what follows from them. An edit that it
 * cannot follow stays told as one made since. Where Excel calculates only when asked to, edits are followed at once, and again after that.
 */
export function createLive({
  host,
  engine,
  now,
  state,
  dispatch,
}: Pick<StepsContext, 'host' | 'engine' | 'now' | 'state' | 'dispatch'>): Live {
  /** Edits still to be followed, by place. */
  let waiting = new Map<string, SheetRange>();
  /** Those that are being followed. */
  let taken = new Map<string, SheetRange>();
  /** An edit reached further than its cells: only reading everything helps. */
  let lost = false;
  let running = false;
  /** Edits that were followed while results were still old. */
  let unsure = new Map<string, SheetRange>();
  /** All was compared while results were old. */
  let comparedOld = false;
  /** Counts comparisons made anew, so that what was begun before one is dropped. */
  let comparisons = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  function wake(): void {
    if (lost || running || waiting.size === 0 || state().stage.at !== 'review') return;
    clearTimeout(timer);
    timer = setTimeout(() => void follow(), SETTLE);
  }

  async function follow(): Promise<void> {
    if (lost || running || waiting.size === 0 || state().stage.at !== 'review') return;
    const number = comparisons;
    taken = waiting;
    waiting = new Map();
    running = true;
    try {
      const calculation = await look();
      if (number !== comparisons) return;
      if (calculation === 'pending') {
        waiting = new Map([...taken, ...waiting]);
        return;
      }
      const followed = await followEdits(host, engine, [...taken.values()]);
      if (number !== comparisons) return;
      if (!followed.ok) {
        // Unless what was compared is gone, Excel was busy: with the next edit it is asked again.
        lost = GONE.includes(followed.failure.code);
        waiting = new Map([...taken, ...waiting]);
        return;
      }
      if (followed.value === null) lost = true;
      else {
        const places = [...taken.keys()].filter((place) => !waiting.has(place));
        dispatch({ type: 'followed', models: followed.value, at: now(), places });
        if (calculation === 'manual') unsure = new Map([...unsure, ...taken]);
      }
    } catch {
      lost = true;
    } finally {
      running = false;
      taken = new Map();
    }
    wake();
  }

  /** Asks Excel whether it has calculated, and shows it; again and again until it has. */
  async function look(): Promise<Calculation> {
    const asked = await host.calculation();
    const calculation = asked.ok ? asked.value : 'done';
    if (closed) return calculation;
    dispatch({ type: 'calculationSeen', calculation: calculation === 'done' && comparedOld ? 'since' : calculation });
    if (calculation === 'pending') {
      clearTimeout(timer);
      timer = setTimeout(() => void (waiting.size > 0 ? follow() : look()), ASK_AGAIN);
    }
    return calculation;
  }

  return {
    calculated() {
      if (unsure.size === 0 && waiting.size === 0 && !comparedOld) return;
      waiting = new Map([...unsure, ...waiting]);
      unsure = new Map();
      if (waiting.size === 0) void look();
      else wake();
    },
    changed({ sheet, address, inCells, own }) {
      if (own) return;
      const range = parsePlace(address);
      if (!inCells || range === null) lost = true;
      else waiting.set(`${sheet}!${address}`, { sheet, range });
      wake();
    },
    comparing() {
      comparisons++;
      const number = comparisons;
      const before = { edits: new Map([...taken, ...waiting]), lost, unsure };
      const asked = host.calculation();
      lost = false;
      waiting = new Map();
      unsure = new Map();
      return (compared) => {
        if (compared) {
          void asked.then((calculation) => {
            if (number !== comparisons) return;
            comparedOld = calculation.ok && calculation.value !== 'done';
            void look();
          });
          return;
        }
        unsure = new Map([...before.unsure, ...unsure]);
        waiting = new Map([...before.edits, ...waiting]);
        lost ||= before.lost;
      };
    },
    wake,
    close: () => {
      closed = true;
      clearTimeout(timer);
      lost = true;
    },
  };
}
