import type { KeyboardEvent, MouseEvent } from 'react';

/** What a button in the list needs, so that the list around it does not take its keys and clicks for its own. */
export function keptFromList(act: () => void) {
  return {
    onKeyDown: (event: KeyboardEvent) => event.stopPropagation(),
    onClick: (event: MouseEvent) => {
      event.stopPropagation();
      act();
    },
  };
}
