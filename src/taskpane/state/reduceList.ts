import type { ListEvent } from './PaneEvent';
import type { ListState } from './PaneState';
import { toggled } from './toggled';

/** The list of differences after an event: what is searched for, narrowed to, open, reached and ticked. */
export function reduceList(list: ListState, event: ListEvent): ListState {
  switch (event.type) {
    case 'searched':
      return { ...list, search: event.search };
    case 'kindToggled':
      return { ...list, kinds: toggled(list.kinds, event.kind) };
    case 'moverToggled':
      return { ...list, movers: toggled(list.movers, event.mover) };
    case 'filtersCleared':
      return { ...list, kinds: new Set(), movers: new Set(), driver: null, search: '' };
    case 'headingToggled':
      return { ...list, toggled: toggled(list.toggled, event.id) };
    case 'differenceToggled':
      return { ...list, open: toggled(list.open, event.id) };
    case 'rowReached':
      return list.current === event.id ? list : { ...list, current: event.id };
    case 'tickedOnly':
      return { ...list, ticked: new Set(event.ids) };
    case 'ticked': {
      const ticked = new Set(list.ticked);
      for (const id of event.ids) {
        if (event.on) ticked.add(id);
        else ticked.delete(id);
      }
      return { ...list, ticked };
    }
  }
}
