import type { Result } from '../../core/Result';
import { parsePlace } from '../lists/findDifferenceAt';
import type { StepsContext } from './createSteps';
import { failureNotice } from './failureNotice';
import { reviewOf } from './PaneState';

/** Shows in the sheet where the comparison on show found differences. */
export function createHighlight({ host, strings, state, dispatch }: Pick<StepsContext, 'host' | 'strings' | 'state' | 'dispatch'>) {
  function marks() {
    const differences = reviewOf(state().stage)?.models.comparison.differences ?? [];
    return differences.flatMap(({ local }) => (local === null || local.sheet === '' || parsePlace(local.address) === null ? [] : [local]));
  }

  async function highlight(on: boolean): Promise<void> {
    dispatch({ type: 'highlightChanged', highlight: 'changing' });
    const result: Result<null> = await (on
      ? host.highlight(marks().map(({ sheet, address }) => ({ sheet, address })))
      : host.clearHighlight());
    dispatch({ type: 'highlightChanged', highlight: on === result.ok ? 'on' : 'off' });
    if (!result.ok) dispatch({ type: 'noticed', notice: failureNotice(strings.notices.failed.highlight, result.failure, strings) });
  }

  return {
    toggle: () => void (state().highlight === 'changing' ? undefined : highlight(state().highlight === 'off')),
    /** Marks what differs now, where it is on. */
    refresh: () => void (state().highlight === 'on' ? highlight(true) : undefined),
  };
}
