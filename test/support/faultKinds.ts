import type { HostBook } from '../../src/workbench/book/HostBook';
import type { Faults } from '../../src/workbench/protocol/Faults';

/** What can go wrong at one request of a sync. `actions` is how many the request has when all goes well. */
export type FaultKind = (faults: Faults, request: number, actions: number) => void;

/** Failures after which Excel goes on as if nothing had been. */
export const PASSING_FAULTS: Readonly<Record<string, FaultKind>> = {
  'fails before anything ran': (faults, request) => faults.plan({ request, error: { code: 'UnsupportedOperation' } }),
  'fails half-way through': (faults, request, actions) =>
    faults.plan({ request, error: { code: 'UnsupportedOperation', afterActions: half(actions) } }),
  'fails near its end': (faults, request, actions) =>
    faults.plan({ request, error: { code: 'UnsupportedOperation', afterActions: Math.max(0, actions - 2) } }),
  'is dropped as a whole': (faults, request) => faults.plan({ request, officeError: 5010 }),
  'is throttled three times': (faults, request) => {
    for (let more = 0; more < 3; more++) faults.plan({ request: request + more, error: { code: 'ActivityLimitReached' } });
  },
  'is throttled half-way through': (faults, request, actions) =>
    faults.plan({ request, error: { code: 'TooManyIncompleteRequests', afterActions: half(actions) } }),
  'is throttled for longer than anyone waits': (faults, request) => {
    for (let more = 0; more < 5; more++) faults.plan({ request: request + more, error: { code: 'ActivityLimitReached' } });
  },
  'fails for no reason, twice': (faults, request, actions) => {
    faults.plan({ request, error: { code: 'GeneralException', afterActions: half(actions) } });
    faults.plan({ request: request + 1, error: { code: 'GeneralException' } });
  },
  'fails, and so does what takes it back': (faults, request, actions) => {
    faults.plan({ request, error: { code: 'UnsupportedOperation', afterActions: half(actions) } });
    faults.plan({ request: request + 3, error: { code: 'ActivityLimitReached', afterActions: 2 } });
  },
  'meets calculation by hand': (faults, request) =>
    faults.plan({ request, before: (book: HostBook) => void (book.calculationMode = 'Manual') }),
};

/** The request runs, and nobody hears of it. */
export const LOST_ANSWER: FaultKind = (faults, request) => faults.plan({ request, dropReply: true });

/** Failures after which Excel does nothing more: it crashed, or the connection is gone. */
export const LASTING_FAULTS: Readonly<Record<string, FaultKind>> = {
  'nothing ran any more': (faults, request) => faults.plan({ request, before: () => void (faults.down = true) }),
  'half of a request ran': (faults, request, actions) => {
    faults.plan({ request, error: { code: 'UnsupportedOperation', afterActions: half(actions) } });
    faults.plan({ request: request + 1, before: () => void (faults.down = true) });
  },
  'all but the end of a request ran': (faults, request, actions) => {
    faults.plan({ request, error: { code: 'UnsupportedOperation', afterActions: Math.max(0, actions - 2) } });
    faults.plan({ request: request + 1, before: () => void (faults.down = true) });
  },
};

function half(actions: number): number {
  return Math.floor(actions / 2);
}
